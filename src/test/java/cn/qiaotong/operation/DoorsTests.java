package cn.qiaotong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.junit.jupiter.api.Test;

/** Refuses doors that a dependency would open, and knows the demo where it stands. */
class DoorsTests {

    @Test
    void theProgramHasNoDoorsOfTheEngine() {
        assertThat(Doors.open(getClass().getClassLoader())).isSubsetOf(Doors.OF_THE_DEMO);
    }

    @Test
    void seesTheDemoThatIsThere() {
        assertThat(Doors.open(getClass().getClassLoader())).contains("cn/qiaotong/Demo.class");
    }

    @Test
    void seesEveryDoorThatIsThere() {
        var everything = new ClassLoader(null) {
            @Override
            public URL getResource(String name) {
                return DoorsTests.class.getResource("DoorsTests.class");
            }
        };

        assertThat(Doors.open(everything)).containsAll(Doors.ALL).containsAll(Doors.OF_THE_DEMO);
    }
}
