package cn.qiaotong.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The log of what went wrong without anybody having meant it. Each fault is written once under an incident number, with
 * where it happened and without what it said, because exceptions quote what people typed.
 */
@Component
class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final SecureRandom random = new SecureRandom();

    String log(Throwable fault) {
        var bytes = new byte[5];
        random.nextBytes(bytes);
        var number = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.error("Incident {}", number, new Silent(fault));
        LOG.debug("Incident {} said", number, fault);
        return number;
    }

    /** A fault's type and stack, and those of its causes, without their messages. */
    static final class Silent extends Exception {

        private static final int DEEPEST = 20;

        Silent(Throwable fault) {
            this(fault, 0);
        }

        private Silent(Throwable fault, int depth) {
            super(
                    fault.getClass().getName(),
                    fault.getCause() == null || depth == DEEPEST ? null : new Silent(fault.getCause(), depth + 1));
            setStackTrace(fault.getStackTrace());
        }
    }
}
