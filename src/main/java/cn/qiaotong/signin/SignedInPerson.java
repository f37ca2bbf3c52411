package cn.qiaotong.signin;

import cn.qiaotong.identity.Person;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/**
 * The person behind one request, as our table knows them now. It lives as long as the request; what the session keeps is
 * the subject and the ID token that signing out will need.
 */
class SignedInPerson extends AbstractAuthenticationToken {

    private final transient Person person;
    private final String idToken;

    SignedInPerson(Person person, String idToken) {
        super(List.<GrantedAuthority>of());
        this.person = person;
        this.idToken = idToken;
        setAuthenticated(true);
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getCredentials() {
        return idToken;
    }

    @Override
    public String getName() {
        return person.account().toString();
    }
}
