package cn.qiaotong.request;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Somebody else whom the answers name, by the place where they stand, {@code household.0}, and the paper that they signed. */
record Signed(Optional<String> subject, Optional<UUID> evidence) {

    static final Signed NOBODY = new Signed(Optional.empty(), Optional.empty());

    /** The people of a list, each with the paper at the same place; the form has seen to it that there are enough. */
    static List<Signed> of(Form form, String list, Answers answers) {
        var people = answers.get(list).map(items -> ((List<?>) items).size()).orElse(0);
        var papers = form.fields().stream()
                .filter(field -> field.evidenceOf().equals(Optional.of(list)))
                .flatMap(field -> answers.get(field.key()).stream())
                .flatMap(files -> ((List<?>) files).stream())
                .map(file -> UUID.fromString(String.valueOf(file)))
                .toList();
        return IntStream.range(0, people)
                .mapToObj(place -> new Signed(Optional.of(list + "." + place), Optional.of(papers.get(place))))
                .toList();
    }
}
