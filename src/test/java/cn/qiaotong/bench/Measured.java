package cn.qiaotong.bench;

import cn.qiaotong.bench.Latencies.Line;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What one measured window gave; it crosses from one process to another as a line of text. */
record Measured(double journeysPerSecond, int notYet, List<Line> acts) {

    String text() {
        return "%s %d %s"
                .formatted(
                        journeysPerSecond,
                        notYet,
                        acts.stream()
                                .map(line -> String.join(
                                        "=",
                                        line.act().replace(' ', '_'),
                                        String.valueOf(line.count()),
                                        String.valueOf(line.median()),
                                        String.valueOf(line.p95())))
                                .collect(Collectors.joining(" ")));
    }

    static Measured of(String text) {
        var words = text.split(" ");
        return new Measured(
                Double.parseDouble(words[0]),
                Integer.parseInt(words[1]),
                Arrays.stream(words).skip(2).map(Measured::line).toList());
    }

    private static Line line(String word) {
        var parts = word.split("=");
        return new Line(
                parts[0].replace('_', ' '),
                Integer.parseInt(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]));
    }
}
