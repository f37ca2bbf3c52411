package cn.qiaotong;

import cn.qiaotong.identity.SignIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person of {@code realm/demo-people.json}, who signs in with the user name and the one demo password. */
record DemoPerson(
        String username,
        String name,
        String email,
        List<String> roles,
        Optional<String> organisation,
        String shows,
        String password) {

    static final Path FILE = Path.of("realm/demo-people.json");

    private static final String GROUP = "/organisations/";

    static List<DemoPerson> all(String password) {
        var people = new ArrayList<DemoPerson>();
        for (var user : Json.read(FILE).path("users")) {
            people.add(of(user, password));
        }
        return people;
    }

    /** The id that Keycloak knows this person by, fixed beforehand so that data can be made before they first sign in. */
    static String subject(String username) {
        return UUID.nameUUIDFromBytes(("demo/" + username).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What Keycloak will say when this person signs in. */
    SignIn signIn() {
        return SignIn.of(
                subject(username),
                name,
                Optional.of(email),
                roles,
                organisation.map(GROUP::concat).stream().toList(),
                Optional.empty());
    }

    private static DemoPerson of(JsonNode user, String password) {
        return new DemoPerson(
                user.path("username").asText(),
                user.path("firstName").asText(),
                user.path("email").asText(),
                Json.texts(user.path("realmRoles")),
                Json.texts(user.path("groups")).stream()
                        .map(group -> group.substring(GROUP.length()))
                        .findFirst(),
                user.path("attributes").path("shows").path(0).asText(),
                password);
    }

    /** JSON files as trees, read without a checked exception. */
    static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();

        private Json() {}

        static JsonNode read(Path file) {
            try {
                return MAPPER.readTree(file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static ObjectNode object(Path file) {
            return (ObjectNode) read(file);
        }

        static List<String> texts(JsonNode array) {
            var texts = new ArrayList<String>();
            array.forEach(node -> texts.add(node.asText()));
            return texts;
        }
    }
}
