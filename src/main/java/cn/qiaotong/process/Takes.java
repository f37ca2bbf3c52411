package cn.qiaotong.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The inputs that a word needs to be told in a model, by what each of them names; one ending in {@code ?} may be left out.
 * It stands on the class, because a model is checked before any word exists as a bean.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    /** Inputs that name a field of the applicant's form, a column of a list included. */
    String[] fields() default {};

    /** Inputs that name a field of a form of the staff. */
    String[] asked() default {};

    /** Inputs that name a decision of the folder. */
    String[] decisions() default {};

    /** Inputs that name a policy row of the folder or the shared one. */
    String[] rows() default {};
}
