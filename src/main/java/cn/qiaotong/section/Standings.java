package cn.qiaotong.section;

import cn.qiaotong.request.Request;
import cn.qiaotong.section.Standing.Told;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that modules know of how requests stand; the first that knows something of a request is heard. */
@Component
public class Standings {

    private final List<Standing> standings;

    Standings(List<Standing> standings) {
        this.standings = List.copyOf(standings);
    }

    public Optional<Told> of(Request request, Locale locale) {
        return standings.stream()
                .flatMap(standing -> standing.of(request, locale).stream())
                .findFirst();
    }
}
