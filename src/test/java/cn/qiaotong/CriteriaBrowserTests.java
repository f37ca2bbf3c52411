package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sound page has no fault, and each fault put into it is told. */
class CriteriaBrowserTests {

    private static final String SOUND =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><title>Sound</title><style>
              :focus-visible { outline: 3px solid #000; }
              .skip { position: absolute; top: -6rem; padding: .5rem; } .skip:focus { top: 0; }
              .btn-primary { min-height: 44px; min-width: 44px; }
              input { border: 1px solid #6c757d; min-height: 24px; }
              .alone { display: inline-block; min-height: 24px; min-width: 24px; }
              .bar { height: 0; }
            </style></head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <a class="alone" href="/">Desk</a>
            <main id="content" tabindex="-1">
              <h1>Sound</h1>
              <p>Read <a href="/terms">the terms</a> before you go on.</p>
              <p><a class="alone" href="/back">Back</a></p>
              <p><label for="name">Name</label> <input id="name"></p>
              <button class="btn-primary">Continue</button>
              <div class="bar"></div>
            </main>
            <footer><a class="alone" href="/help">Help</a></footer>
            </body>
            </html>
            """;

    @TempDir
    Path folder;

    @Test
    void aSoundPageHasNoFault() throws IOException {
        assertThat(faults(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a class=\"skip\" href=\"#content\">Skip to the content</a> | `` | does not reach a skip link",
                "href=\"#content\" | href=\"#elsewhere\" | does not reach a skip link",
                "outline: 3px solid | outline: 1px solid | focus is not seen on",
                "outline: 3px solid #000 | outline: none | focus is not seen on",
                ".bar { height: 0; } | .bar { position: fixed; inset: 0; background: #fff; } | lies over the focused",
                "<a class=\"alone\" href=\"/back\"> | <a href=\"/back\"> | is smaller than 24: <a href=\"/back\">",
                "min-height: 44px | min-height: 40px | is smaller than 44: <button",
                "solid #6c757d | solid #cfd5d2 | the edge has a contrast of 1.",
                "input { border: 1px solid #6c757d; | input { border: 0; | the edge has a contrast of 1.00",
                "<a class=\"alone\" href=\"/help\">Help</a> | `` | 0 links to the help",
                "<footer> | <footer><a class=\"alone\" href=\"/help\">Help</a> | 2 links to the help",
                "</footer> | <a class=\"alone\" href=\"/more\">More</a></footer> | the help is not the last link"
            })
    void aFaultIsTold(String sound, String faulty, String told) throws IOException {
        assertThat(SOUND).contains(sound);

        assertThat(faults(SOUND.replace(sound, faulty))).anyMatch(fault -> fault.contains(told));
    }

    @Test
    void theLargerVersionHasLargerButtons() throws IOException {
        assertThat(faults(SOUND.replace("<html ", "<html class=\"larger\" ")))
                .singleElement()
                .asString()
                .contains("is smaller than 60: <button");
    }

    private java.util.List<String> faults(String html) throws IOException {
        var page = Files.writeString(folder.resolve("page.html"), html);
        return Criteria.faults(Browser.fresh().open(page.toUri().toString()));
    }
}
