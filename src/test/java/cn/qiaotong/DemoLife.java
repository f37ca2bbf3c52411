package cn.qiaotong;

import cn.qiaotong.life.Life;
import cn.qiaotong.life.Progress;
import java.io.PrintStream;
import java.time.Instant;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a visitor of a new demo find a desk that has been at work for weeks. It is made before the first page can be asked
 * for and before anything runs by itself, and written lazily, because what a stop leaves of it is thrown away. It carries no Spring stereotype on purpose: only the demo adds it.
 */
class DemoLife implements SmartLifecycle {

    private static final long SEED = 20260302;
    private static final int TELL_EVERY = 20;
    private static final int LAZY_MILLIS = 2_000;

    private final BeanFactory beans;
    private final JdbcClient jdbc;
    private final int requests;
    private final LifeNote note = new LifeNote(Demo.FOLDER);
    private boolean running;

    DemoLife(BeanFactory beans, JdbcClient jdbc, @Value("${qiaotong.life:120}") int requests) {
        this.beans = beans;
        this.jdbc = jdbc;
        this.requests = requests;
    }

    @Bean
    @Primary
    static MutableClock demoClock() {
        var clock = new MutableClock(Instant.EPOCH);
        clock.release();
        return clock;
    }

    @Override
    public void start() {
        running = true;
        if (requests > 0 && nobodyHasBeenHere()) {
            note.begin();
            jdbc.sql("set write_delay " + LAZY_MILLIS).update();
            live(Demo.OUT);
            jdbc.sql("set write_delay 0").update();
            jdbc.sql("checkpoint sync").update();
            note.done();
        }
    }

    private boolean nobodyHasBeenHere() {
        return jdbc.sql("select count(*) from identity_account")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private void live(PrintStream out) {
        var begun = System.nanoTime();
        out.println("Making requests of the last weeks, so that there is something to see ...");
        var people = DemoPerson.all("").stream().map(DemoPerson::signIn).toList();
        var life = new Life(beans, beans.getBean(MutableClock.class), people, SEED);
        life.live(requests, telling(out));
        life.stuck().forEach(line -> out.println("  could not be played: " + line));
        life.missingYears()
                .forEach(year ->
                        out.println("  the calendar of %d is not loaded: requests of that year have no due times."
                                .formatted(year)));
        out.println("Made them in %d seconds.".formatted((System.nanoTime() - begun) / 1_000_000_000));
    }

    private static Progress telling(PrintStream out) {
        return (done, all) -> {
            if (done % TELL_EVERY == 0) {
                out.println("  %d of %d requests ...".formatted(done, all));
            }
        };
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
