package cn.qiaotong.form;

import java.util.List;
import java.util.Optional;

/** What the text typed for one field came to: a typed value, nothing, or what is wrong with it. */
record Reading(Optional<Object> value, Optional<FieldError> error) {

    static Reading of(Object value) {
        return new Reading(Optional.of(value), Optional.empty());
    }

    static Reading nothing() {
        return new Reading(Optional.empty(), Optional.empty());
    }

    static Reading refused(String name, String code, Object... arguments) {
        return new Reading(Optional.empty(), Optional.of(new FieldError(name, code, List.of(arguments))));
    }

    /** Nothing, which is an error where an answer is required. */
    static Reading missing(Field field, String name, String code) {
        return field.required() ? refused(name, code) : nothing();
    }
}
