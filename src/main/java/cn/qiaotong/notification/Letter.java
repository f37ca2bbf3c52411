package cn.qiaotong.notification;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail in words, in the order in which it is read: why we write, what happened, what to do by when, the reference, whom to
 * ask, that we never ask for passwords, that nobody reads answers, how to stop such mails, and the same in the other languages.
 */
record Letter(
        String language,
        String subject,
        String greeting,
        List<String> body,
        String linkText,
        URI link,
        List<String> closing,
        Optional<Stop> stop,
        List<Elsewhere> others) {

    /** The way to stop such mails: a page with one button, for whoever asked for them. */
    record Stop(String text, URI link) {}

    /** One line in another language, and where to read on in it. */
    record Elsewhere(String language, String text, URI link) {}

    String plain() {
        return Stream.of(
                        Stream.of(greeting),
                        body.stream(),
                        Stream.of(linkText + "\n" + link),
                        closing.stream(),
                        stop.stream().map(way -> way.text() + "\n" + way.link()),
                        others.stream().map(other -> other.text() + "\n" + other.link()))
                .flatMap(paragraphs -> paragraphs)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}
