package cn.qiaotong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The fast-track desk as one program; its modules are the packages beside this class. */
@SpringBootApplication
@Modulithic(sharedModules = {"identity", "web"})
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
