package cn.qiaotong.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The plan that comes with the program, read once; a mistake in it stops the start. Which services are installed is not its
 * business, so a key that only another installation knows is no mistake here; the build refuses one that nobody knows.
 */
@Component
class Plans {

    static final String FILE = "plan/initiatives.yaml";

    private final Plan plan;

    Plans() {
        try (var yaml = new ClassPathResource(FILE).getInputStream()) {
            plan = new PlanReader(FILE, key -> true).read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Plan current() {
        return plan;
    }
}
