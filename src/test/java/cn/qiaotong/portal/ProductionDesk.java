package cn.qiaotong.portal;

import cn.qiaotong.Acts;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Person;
import cn.qiaotong.notification.Post;
import cn.qiaotong.policy.PolicyFixture;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The whole desk outside a demo, with the first service and a copy of it that is an enquiry, both without demo values until
 * a test releases others, and a mail server.
 */
@WholeDesk
abstract class ProductionDesk {

    static final String SERVICE = PortalFixture.SERVICE;
    static final String ENQUIRY = "enquiry-desk";

    private static final ServerSetup MAIL = ServerSetup.SMTP.dynamicPort();
    static final GreenMail SERVER = new GreenMail(MAIL);
    private static final Path FOLDERS = folders();

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Acts acts;

    @DynamicPropertySource
    static void production(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("qiaotong.demo", () -> "false");
        properties.add("qiaotong.services", () -> "file:" + FOLDERS + "/");
        properties.add(
                "spring.datasource.url",
                () ->
                        "jdbc:h2:mem:production;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
    }

    @AfterEach
    void asShipped() {
        release(SERVICE, "LIVE", false);
        release(ENQUIRY, "LIVE", false);
    }

    /** A release of the service's rows with this status, and with a sourced condition or a demo value. */
    void release(String service, String status, boolean demo) {
        release(service, rows(service, status, demo));
    }

    /** A release with these rows, after which everybody has been told. */
    void release(String service, String rows) {
        PolicyFixture.release(beans, service, rows);
        Post.dispatch(beans);
    }

    static String rows(String service, String status, boolean demo) {
        var shipped =
                read(FOLDERS.resolve(service).resolve("policies.yaml")).replace("value: LIVE", "value: " + status);
        return demo
                ? shipped.replace(
                        "unit: CNY, from: 2021-10-10, source: WMC-IF", "unit: CNY, from: 2021-10-10, source: DEMO")
                : shipped;
    }

    Person somebody() {
        return PortalFixture.somebody(beans);
    }

    Visitor visitor(Person person, String language) {
        return new Visitor(mvc, person, language);
    }

    private static Path folders() {
        try {
            var root = Files.createTempDirectory("folders");
            copy(Path.of("bpmn/shared"), root.resolve("shared"), "", "");
            copy(Path.of("bpmn", SERVICE), root.resolve(SERVICE), "", "");
            copy(Path.of("bpmn", SERVICE), root.resolve(ENQUIRY), SERVICE, ENQUIRY);
            var model = root.resolve(ENQUIRY).resolve(ENQUIRY + ".bpmn");
            Files.writeString(
                    model,
                    read(model)
                            .replaceFirst(
                                    "</bpmn:documentation>",
                                    "</bpmn:documentation><bpmn:extensionElements><camunda:properties><camunda:property"
                                            + " name=\"kind\" value=\"enquiry\" /></camunda:properties>"
                                            + "</bpmn:extensionElements>"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to, String name, String other) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (var file : files.toList()) {
                var target =
                        to.resolve(file.getFileName().toString().replace(SERVICE, other.isEmpty() ? SERVICE : other));
                Files.writeString(
                        target, name.isEmpty() ? read(file) : read(file).replace(name, other));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
