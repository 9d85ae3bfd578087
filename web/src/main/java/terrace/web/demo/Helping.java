package terrace.web.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.endorsers.Endorsers;
import terrace.web.demo.helping.Causes;
import terrace.web.demo.helping.Families;
import terrace.web.demo.plan.PlannedListing;

/** Whom the demo's goods help: before the first purchase the families and causes, after the last what became of it. */
@Singleton
class Helping {
    static final String OTHER_ENDORSER = "endorser2@demo.terrace";

    private final People people;
    private final Accounts accounts;
    private final Endorsers endorsers;
    private final Families families;
    private final Causes causes;

    Helping(People people, Accounts accounts, Endorsers endorsers, Families families, Causes causes) {
        this.people = people;
        this.accounts = accounts;
        this.endorsers = endorsers;
        this.families = families;
        this.causes = causes;
    }

    void prepare(List<PlannedListing> planned, Account operator) {
        UUID first = accounts.bySignInName(Applicants.ENDORSER).map(Account::id).orElseThrow();
        families.settle(first, operator.id(), Applicants.COUNTY, planned);
        planned.stream()
                .filter(listing ->
                        People.MERCHANTS.containsValue(listing.seller().code()))
                .map(PlannedListing::county)
                .filter(county -> !county.equals(Applicants.COUNTY))
                .findFirst()
                .ifPresent(county -> {
                    UUID other = people.account(OTHER_ENDORSER, "另一县推荐人", Role.ENDORSER)
                            .id();
                    endorsers.appoint(other, county, "县乡村振兴局", "demo");
                    families.settle(other, operator.id(), county, planned);
                });
        causes.open(organiser());
    }

    void finish() {
        causes.payOn(organiser());
        causes.tell();
    }

    private UUID organiser() {
        return accounts.bySignInName(People.ORGANISER).map(Account::id).orElseThrow();
    }
}
