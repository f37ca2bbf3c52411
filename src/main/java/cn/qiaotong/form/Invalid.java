package cn.qiaotong.form;

import java.util.List;

/** Something typed does not fit, or is missing; in the order of the form. */
public record Invalid(List<FieldError> errors) implements Checked {

    public Invalid {
        errors = List.copyOf(errors);
    }
}
