package cn.qiaotong.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refuses a change to the files of bpmn-js 18.31.1, which are as its authors released them. */
class VendoredViewerTests {

    @ParameterizedTest
    @CsvSource({
        "bpmn-navigated-viewer.production.min.js, 134280f49f2ca8bbc90797fa656177e2b787ae0a62249fe3dadb8038eb88e9db",
        "bpmn-js.css, a1add5dca479c779a54adda507f26796f4d61a5ae15f6cc14a1b017ff65b4015",
        "diagram-js.css, 73f990dcd6cd2ed696aa63a3c73822a97f0ea69a221d76ebe6cf24b01111df21",
        "LICENSE, 5788cf8bd61481776cee1c943595525499a1355c045e9244f92e6c8092c06770"
    })
    void isAsReleased(String file, String sha256) throws IOException, GeneralSecurityException {
        try (var content = getClass().getResourceAsStream("/static/vendor/bpmn-js-18.31.1/" + file)) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes())))
                    .isEqualTo(sha256);
        }
    }
}
