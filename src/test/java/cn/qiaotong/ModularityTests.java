package cn.qiaotong;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Refuses an arrow between modules that no {@code package-info.java} declares. */
class ModularityTests {

    @Test
    void everyArrowIsDeclared() {
        ApplicationModules.of(Application.class).verify();
    }
}
