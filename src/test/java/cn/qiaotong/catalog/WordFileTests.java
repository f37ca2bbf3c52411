package cn.qiaotong.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordFileTests {

    @Test
    void readsWordsWithTheMarksAboveThem() {
        var file = WordFile.read("# words\n#: ebd049c6\ntitle = a = b\n\nempty\npath=a\\\\b\r\n");

        assertThat(file.words()).isEqualTo(Map.of("title", "a = b", "empty", "", "path", "a\\b"));
        assertThat(file.marks()).isEqualTo(Map.of("title", "ebd049c6", "empty", "", "path", ""));
    }

    @Test
    void marksATextByItsHash() {
        assertThat(WordFile.markOf("自动核对")).isEqualTo("ebd049c6").isNotEqualTo(WordFile.markOf("自动核对。"));
    }
}
