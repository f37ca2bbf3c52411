package cn.qiaotong.signin;

import cn.qiaotong.MutableClock;
import cn.qiaotong.identity.IdentityFixture;
import cn.qiaotong.identity.Person;
import cn.qiaotong.web.Site;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What keeps a late post, over a database of the test's choosing and a clock that the test moves. */
final class KeptPostsFixture {

    final JdbcClient jdbc;
    final MutableClock clock;
    final BrowserMarks marks;
    final KeptPosts posts;
    final PostKeeper keeper;
    private final IdentityFixture identity;

    KeptPostsFixture(DataSource database) {
        var site = new Site(URI.create("http://127.0.0.1:8080"));
        identity = new IdentityFixture(database);
        jdbc = identity.jdbc;
        clock = identity.clock;
        marks = new BrowserMarks(identity.vault, site);
        posts = new KeptPosts(jdbc, identity.vault, marks, new ObjectMapper(), clock);
        keeper = new PostKeeper(posts, marks, identity.people, site);
    }

    Person signedIn(String subject) {
        return identity.signedIn(subject);
    }
}
