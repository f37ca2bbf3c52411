package cn.qiaotong.form;

import java.util.Optional;

/**
 * A folder's texts in the language of the page, by {@code <key>.label}, {@code .description}, {@code .option.<value>},
 * {@code .patternErrorMessage}, {@code .text}, {@code .content}, {@code .alt}; where one is absent the form's own text stands.
 */
@FunctionalInterface
public interface Words {

    /** No texts but the form's own. */
    Words NONE = key -> Optional.empty();

    Optional<String> find(String key);
}
