package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the one-command start tells and keeps, without starting anything. */
class StartTests {

    @TempDir
    private Path folder;

    private Path database;

    @BeforeEach
    void namesTheDatabase() {
        database = folder.resolve("database.mv.db");
    }

    @Test
    void aTakenPortIsToldInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            assertThatThrownBy(() -> Ports.require(taken.getLocalPort(), "the application"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d is needed for the application, and another program uses it: stop that program and start again.",
                            taken.getLocalPort());
        }
    }

    @Test
    void aPortTakenOnEveryAddressIsTaken() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.require(taken.getLocalPort(), "Keycloak"))
                    .isInstanceOf(CannotStart.class);
        }
    }

    @Test
    void aFreePortIsNotRefused() {
        assertThatCode(() -> Ports.require(Ports.free(), "Keycloak")).doesNotThrowAnyException();
    }

    @Test
    void theFirstStartImportsTheRealmAndThePeople() throws IOException {
        var first = RealmImport.into(folder);
        first.prepare(folder);

        assertThat(first.isNeeded()).isTrue();
        assertThat(DemoPerson.Json.read(folder.resolve("qiaotong-realm.json")).path("users"))
                .hasSameSizeAs(DemoPerson.Json.read(DemoPerson.FILE).path("users"));
    }

    @Test
    void theSecondStartImportsNothingAgain() throws IOException {
        begin().done();

        var second = RealmImport.into(folder);
        second.prepare(folder);

        assertThat(second.isNeeded()).isFalse();
        assertThat(second.isOutdated()).isFalse();
        assertThat(database).exists();
    }

    @Test
    void aFirstStartThatWasStoppedBeginsAgain() throws IOException {
        begin();

        var again = RealmImport.into(folder);
        again.prepare(folder);

        assertThat(again.isNeeded()).isTrue();
        assertThat(database).doesNotExist();
    }

    @Test
    void aChangedRealmIsNoticedAndTheDataStay() throws IOException {
        begin().done();
        Files.writeString(folder.resolve("realm.sha256"), "of an older realm");

        var second = RealmImport.into(folder);
        second.prepare(folder);

        assertThat(second.isOutdated()).isTrue();
        assertThat(second.isNeeded()).isFalse();
        assertThat(database).exists();
    }

    @Test
    void dataOfAPastThatWasStoppedHalfWayAreMadeAgain() throws IOException {
        var data = Files.createFile(folder.resolve("data.mv.db"));
        new LifeNote(folder).begin();

        new LifeNote(folder).clear();

        assertThat(data).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void dataOfAPastThatWasMadeStay() throws IOException {
        var data = Files.createFile(folder.resolve("data.mv.db"));
        new LifeNote(folder).begin();
        new LifeNote(folder).done();

        new LifeNote(folder).clear();

        assertThat(data).exists();
    }

    @Test
    void whoIsInTheDemosPastSignsInAsTheSamePerson() throws IOException {
        RealmImport.into(folder).prepare(folder);

        assertThat(DemoPerson.Json.read(folder.resolve("qiaotong-realm.json")).path("users"))
                .extracting(user -> user.path("id").asText())
                .containsExactlyElementsOf(DemoPerson.all("").stream()
                        .map(person -> person.signIn().subject())
                        .toList());
    }

    @Test
    void secretsAreMadeOnce() {
        var file = folder.resolve("demo/secrets.properties");

        assertThat(DemoSecrets.keptIn(file)).isEqualTo(DemoSecrets.keptIn(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anOldJavaIsToldInOneSentence() throws Exception {
        var old = script("bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        assertThat(started(old.getParent().getParent()))
                .isEqualTo(
                        "A JDK of version 17 or later is needed, and %s is version 11: set JAVA_HOME to a newer one.\n"
                                .formatted(old));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aMissingJavaIsToldInOneSentence() throws Exception {
        assertThat(started(folder))
                .isEqualTo("A JDK of version 17 or later is needed: install one"
                        + " (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME.\n");
    }

    private RealmImport begin() throws IOException {
        var begun = RealmImport.into(folder);
        begun.prepare(folder);
        Files.createFile(database);
        return begun;
    }

    private Path script(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private String started(Path javaHome) throws Exception {
        var builder = new ProcessBuilder("sh", "bin/start").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return said;
    }
}
