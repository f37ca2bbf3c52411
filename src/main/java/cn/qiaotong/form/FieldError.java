package cn.qiaotong.form;

import java.util.List;

/**
 * What is wrong with one answer. The code is the end of the message key {@code form.error.<code>}; the message's first argument
 * is the field's label, the others are these. Items of a list are named {@code owners.0.name}.
 */
public record FieldError(String key, String code, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public FieldError(String key, String code) {
        this(key, code, List.of());
    }
}
