package cn.qiaotong;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The fast-track desk as one program; its modules are the packages beside this class. */
@SpringBootApplication
@Modulithic(sharedModules = {"identity", "web", "column"})
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    /** The one clock; tests bring their own. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
