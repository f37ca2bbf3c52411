package cn.qiaotong.budget;

import cn.qiaotong.web.Language;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names the lines of the ledger as policy does, and their keys where policy does not know them any more. */
@Component
class LineViews {

    private final Ledger ledger;
    private final Provisions provisions;

    LineViews(Ledger ledger, Provisions provisions) {
        this.ledger = ledger;
        this.provisions = provisions;
    }

    List<LineView> all(Locale locale) {
        var wanted = provisions.all();
        return ledger.balances().stream()
                .map(balance -> view(balance, wanted, locale))
                .toList();
    }

    Optional<LineView> find(String line, int year, Locale locale) {
        return ledger.balances().stream()
                .filter(balance -> balance.line().equals(line) && balance.year() == year)
                .map(balance -> view(balance, provisions.all(), locale))
                .findFirst();
    }

    private static LineView view(Balance balance, Collection<Provision> wanted, Locale locale) {
        var own = wanted.stream()
                .filter(provision -> provision.isOf(balance.line(), balance.year()))
                .findFirst();
        return new LineView(
                own.map(provision ->
                                provision.row().texts().get(Language.of(locale).html()))
                        .orElse(balance.line()),
                balance,
                own.map(Provision::amount).filter(amount -> amount.compareTo(balance.provided()) != 0));
    }
}
