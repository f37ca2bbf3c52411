package cn.qiaotong.form;

import java.util.List;
import java.util.Map;

/** A row read from elsewhere for a list: the number it has there, and what it holds by field, as if typed. */
public record ListRow(int number, Map<String, List<String>> texts) {

    public ListRow {
        texts = Map.copyOf(texts);
    }
}
