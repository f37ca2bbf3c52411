package cn.qiaotong.dashboard;

import cn.qiaotong.worklist.Figure;
import cn.qiaotong.worklist.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** One line of figures: what it is about, its numbers, and the address of the list behind each. */
record Line(String id, String name, String organisation, List<Cell> cells) {

    /** A number and the address of the list of exactly so many; the address is empty for who may see numbers only. */
    record Cell(Measure measure, long count, String href) {}

    static Line of(
            String id, String name, String organisation, Collection<Figure> figures, Function<Measure, String> href) {
        return new Line(
                id,
                name,
                organisation,
                Stream.of(Measure.values())
                        .map(measure -> new Cell(
                                measure,
                                figures.stream()
                                        .mapToLong(figure -> figure.of(measure))
                                        .sum(),
                                href.apply(measure)))
                        .toList());
    }

    /** The sum of lines that count different things. */
    static Line sum(Collection<Line> lines, Function<Measure, String> href) {
        return new Line(
                "",
                "",
                "",
                Stream.of(Measure.values())
                        .map(measure -> new Cell(
                                measure,
                                lines.stream()
                                        .mapToLong(line -> line.count(measure.key()))
                                        .sum(),
                                href.apply(measure)))
                        .toList());
    }

    /** The address of the list behind a number. */
    static String href(Measure measure, Map<String, ? extends Collection<String>> filter, Period period) {
        var address = UriComponentsBuilder.fromPath("/dashboard/requests").queryParam("measure", measure.key());
        filter.forEach((name, values) -> values.stream().sorted().forEach(value -> address.queryParam(name, value)));
        return address.queryParam("from", period.from())
                .queryParam("to", period.to())
                .toUriString();
    }

    public long count(String measure) {
        return cells.stream()
                .filter(cell -> cell.measure().key().equals(measure))
                .mapToLong(Cell::count)
                .sum();
    }

    static Map<String, List<Figure>> byService(Collection<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(Figure::service, java.util.TreeMap::new, Collectors.toList()));
    }
}
