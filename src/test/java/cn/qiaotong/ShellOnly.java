package cn.qiaotong;

import java.time.Clock;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The program with nothing in it but the shell, who is asking, how they sign in, and the vault: what the tests of those modules start. */
@EnableAutoConfiguration(exclude = CamundaBpmAutoConfiguration.class)
@ComponentScan(basePackages = {"cn.qiaotong.identity", "cn.qiaotong.signin", "cn.qiaotong.web", "cn.qiaotong.vault"})
public class ShellOnly {

    /** Properties that such a program needs: keys, and a database of its own. */
    public static final String KEYS = "qiaotong.vault.keys.first=AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    public static final String ACTIVE = "qiaotong.vault.active=first";
    public static final String INDEX = "qiaotong.vault.index-key=CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=";
    public static final String DATABASE = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
