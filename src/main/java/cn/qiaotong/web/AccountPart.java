package cn.qiaotong.web;

import cn.qiaotong.identity.Person;
import java.util.Locale;

/**
 * Something that a person finds on their account page. Modules bring theirs as beans, ordered by {@code @Order}: a template
 * with a fragment {@code account(content)}, and what it shows.
 */
public interface AccountPart {

    String template();

    Object content(Person person, Locale locale);
}
