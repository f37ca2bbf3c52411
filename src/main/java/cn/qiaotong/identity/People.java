package cn.qiaotong.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The people who have signed in here, in our own table. Keycloak says who somebody is at sign-in; from then on this table
 * does, and it is read again for every request, so that what is taken away is gone with the next click.
 */
@Component
public final class People {

    private final Accounts accounts;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(Accounts accounts, TransactionOperations transaction, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Who is asking, as our table knew them when this request arrived. */
    public Optional<Person> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }

    public Person byAccount(UUID account) {
        return accounts.find(account).orElseThrow(() -> new NoSuchElementException("No account " + account));
    }

    /** Everybody whose account is enabled and holds this role for this organisation. */
    public List<Person> holding(Role role, Organisation organisation) {
        return accounts.enabledOf(organisation).stream()
                .filter(person -> person.has(role))
                .toList();
    }

    /** Keeps what Keycloak said; a disabled account stays disabled and is refused. */
    public Person signedIn(SignIn facts) {
        try {
            return transaction.execute(status -> keep(facts));
        } catch (DuplicateKeyException firstSignInTwiceAtOnce) {
            return transaction.execute(status -> keep(facts));
        }
    }

    /** An administrator's act: this account belongs to that human, like others of theirs. */
    public void sameHuman(UUID account, UUID human) {
        accounts.set(account, "human", human);
    }

    /** An administrator's act: the blind index of the identity document behind this account. */
    public void identifier(UUID account, String blindIndex) {
        accounts.set(account, "identifier_index", blindIndex);
    }

    public void speaks(UUID account, Locale language) {
        accounts.set(account, "language", language.toLanguageTag());
    }

    /** Ends this account's access with its next request, until it is enabled again. */
    public void disable(UUID account) {
        accounts.set(account, "disabled", true);
    }

    public void enable(UUID account) {
        accounts.set(account, "disabled", false);
    }

    /** The person whom Keycloak knows by this subject, unless their account is disabled. */
    public Optional<Person> bySubject(String subject) {
        return accounts.enabled(subject);
    }

    /** Tells whoever listens that this person has ended their session here. */
    public void signedOut(Person person) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new SignedOut(person.account(), clock.instant())));
    }

    private Person keep(SignIn facts) {
        var now = clock.instant();
        var account = accounts.id(facts.subject()).orElseGet(() -> {
            var fresh = UUID.randomUUID();
            accounts.insert(fresh, facts, now);
            return fresh;
        });
        var person = accounts.enabled(facts.subject()).orElseThrow(SignInRefused::disabled);
        accounts.update(person.account(), facts, now);
        events.publishEvent(new SignedIn(account, now));
        return byAccount(account);
    }
}
