package cn.qiaotong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** How a measured process listens: it says that it is ready, answers orders line by line, and ends with its input. */
final class Orders {

    static final String SAYS = "@@ ";

    private Orders() {}

    static void follow(UnaryOperator<String> answer) {
        say("ready");
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                say(answer.apply(order));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(0);
        }
    }

    private static void say(String line) {
        System.err.println(SAYS + line);
        System.err.flush();
    }
}
