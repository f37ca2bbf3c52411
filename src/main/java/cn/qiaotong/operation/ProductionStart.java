package cn.qiaotong.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * Holds the settings against the rules of production before anything is made. The packaged program starts for production
 * only, so that a forgotten profile is told and does not open an unguarded desk.
 */
final class ProductionStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path DEMO = Path.of(".demo", "secrets.properties");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        if (settings.acceptsProfiles(Profiles.of(ProductionRules.PROFILE))) {
            var setup = new Setup(settings, Doors.open(context.getClassLoader()), secretsOf(DEMO));
            StartRefused.ifAny(ProductionRules.brokenBy(setup));
        } else if (isPackaged()) {
            throw new StartRefused(
                    List.of(
                            "SPRING_PROFILES_ACTIVE does not name production: set it to production; the demo is started from its sources with bin/start."));
        }
    }

    private static boolean isPackaged() {
        return ProductionStart.class
                .getResource(ProductionStart.class.getSimpleName() + ".class")
                .getProtocol()
                .equals("jar");
    }

    /** What a demo in this folder made for itself. */
    static Set<String> secretsOf(Path demo) {
        if (Files.notExists(demo)) {
            return Set.of();
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(demo)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept.values().stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
