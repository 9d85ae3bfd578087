package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Clerks;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;

/** Whoever is dismissed is out at the next request, and comes back as a member. */
class DismissalTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    @Test
    void an_endorser() {
        UUID account = somebody();
        HOUSE.door(Endorsers.class).appoint(account, "532529", "县农业农村局", "test");
        isOut(account, "endorser", "/endorser/applications", HOUSE.door(Endorsers.class)::dismiss);
    }

    @Test
    void a_recommender() {
        UUID account = somebody();
        HOUSE.door(Partners.class).define(new NewPartner("dismissal", "示例服务社", "Sample society"));
        HOUSE.door(Recommenders.class).appoint(account, "dismissal", "test");
        isOut(account, "recommender", "/partner/applications", HOUSE.door(Recommenders.class)::dismiss);
    }

    @Test
    void a_clerk() {
        UUID account = somebody();
        HOUSE.door(Clerks.class).appoint(account, "便民服务站", "test");
        isOut(account, "clerk", "/clerk", HOUSE.door(Assistances.class)::dismiss);
    }

    private static void isOut(UUID account, String office, String address, BiPredicate<UUID, String> dismissal) {
        Caller caller = Caller.of(account);
        assertThat(status(caller, address)).isEqualTo(200);
        assertThat(dismissal.test(account, "test")).isTrue();
        assertThat(status(caller, address)).as("signed out").isEqualTo(303);
        assertThat(status(Caller.of(account), address)).as("signed in anew").isEqualTo(403);
        assertThat(dismissal.test(account, "test")).as("twice").isFalse();
        assertThat(HOUSE.door(Audit.class).ofSubject("account:" + account, 20))
                .extracting(AuditEntry::act)
                .containsOnlyOnce(office + ".appointed", office + ".dismissed", "role.revoked");
    }

    private static int status(Caller caller, String address) {
        return HOUSE.answer(caller.ask(address)).statusCode();
    }

    private static UUID somebody() {
        return Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.MEMBER));
    }
}
