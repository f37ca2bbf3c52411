package cn.qiaotong.request;

import cn.qiaotong.form.FieldError;
import java.util.List;
import java.util.Set;

/** What became of a submission: a request with its receipt, or what is still missing. Submitting again gives the same request. */
public sealed interface Submission {

    /** The request exists, now or since an earlier submission of the same draft. */
    record Accepted(Request request) implements Submission {}

    /** Some answers are missing or wrong. */
    record Incomplete(List<FieldError> errors) implements Submission {}

    /** The consents with these keys have not been given. */
    record ConsentNeeded(Set<String> keys) implements Submission {}
}
