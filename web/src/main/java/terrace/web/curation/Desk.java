package terrace.web.curation;

import io.micronaut.core.annotation.Introspected;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.web.signin.Visitor;

/** Whose back office a page of curators stands in: those of operators, partners and organisers. */
@Introspected
record Desk(Account account, String area) {

    static Desk of(Visitor visitor) {
        Account account = visitor.account().orElseThrow();
        String area =
                account.is(Role.OPERATOR) ? "operator" : account.is(Role.RECOMMENDER) ? "recommender" : "organiser";
        return new Desk(account, area);
    }
}
