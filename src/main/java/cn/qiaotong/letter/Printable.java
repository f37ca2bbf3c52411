package cn.qiaotong.letter;

import cn.qiaotong.form.AnswersView.Row;
import cn.qiaotong.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One page to print; a letter says which organisation wrote it, and a sheet leaves room for the counter to sign. */
record Printable(
        Request request,
        String service,
        String title,
        String text,
        Optional<String> writer,
        Instant at,
        List<Row> rows) {}
