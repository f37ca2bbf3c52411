package cn.qiaotong;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.event.EventListener;

/**
 * What an administrator would have noted about the demo people: accounts of the same name belong to one human. It carries no
 * Spring stereotype on purpose: only the demo adds it.
 */
class DemoHumans {

    private final People people;

    DemoHumans(People people) {
        this.people = people;
    }

    @EventListener
    void on(SignedIn arrival) {
        var name = people.byAccount(arrival.account()).name();
        people.sameHuman(arrival.account(), UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
