package cn.qiaotong.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The facts that a word tells the model, by name, so that conditions may read them. It stands on the class, because a model
 * is checked before any word exists as a bean.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tells {

    String[] value();
}
