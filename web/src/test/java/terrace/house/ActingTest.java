package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.assistance.Acts;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Clerks;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** A clerk at the pages of a household. */
class ActingTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String TAKE_OVER = "bank-account=62220000000009&bank-holder=clerk&goods=eggs";

    @Test
    void acts_are_the_households_named_with_both_and_over_when_it_says_so() {
        String contact = "acting-household@house.test";
        UUID household = Caller.account(contact, Set.of(Role.MEMBER));
        Applications applications = HOUSE.door(Applications.class);
        applications.save(
                household,
                Merchant.Kind.HOUSEHOLD,
                Map.of("bank-account", "62220000000001", "bank-holder", "household"),
                false);
        Caller clerk = StaffAccessTest.clerkFor(household, "acting-clerk@house.test", contact);
        String page = HOUSE.answer(clerk.ask("/merchant/application")).body();
        assertThat(page).contains("正在为 Somebody 代办", "/clerk/acting/end");
        assertThat(HOUSE.answer(clerk.ask("/categories")).body()).contains("正在为 Somebody 代办");

        assertThat(send(clerk, "/merchant/application", "goods=duck")).isEqualTo(303);
        assertThat(applications.of(household).orElseThrow().typed()).containsEntry("goods", "duck");
        var trail = HOUSE.door(Acts.class).of(household, Long.MAX_VALUE, 5);
        assertThat(trail).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.actor()).isNotEqualTo("account:" + household);
            assertThat(entry.detail()).containsEntry("for", "account:" + household);
        });
        assertThat(trail.getFirst().subject()).isEqualTo("/merchant/application");

        Assistances assistances = HOUSE.door(Assistances.class);
        UUID assistance = assistances.ofHousehold(household).getFirst().id();
        String own = "/account/assistance/" + assistance + "/end";
        assertThat(send(Caller.withRole(Role.MEMBER), own, "")).isEqualTo(404);
        assertThat(send(Caller.of(household), own, "")).isEqualTo(303);
        assertThat(HOUSE.answer(clerk.ask("/merchant/application")).body()).doesNotContain("正在为", "duck");
        assertThat(send(clerk, "/merchant/application", "goods=mine")).isEqualTo(303);
        assertThat(applications.of(household).orElseThrow().typed()).containsEntry("goods", "duck");
    }

    @Test
    void money_the_agreement_and_sealed_papers_stay_the_households_own() {
        String contact = "acting-owner@house.test";
        UUID household = Caller.account(contact, Set.of(Role.MEMBER));
        Applications applications = HOUSE.door(Applications.class);
        applications.save(
                household,
                Merchant.Kind.HOUSEHOLD,
                Map.of("bank-account", "62220000000001", "bank-holder", "household"),
                false);
        applications.addPaper(household, new NewPaper(PaperKind.ID_FRONT, "", null), Photos.small());
        UUID paper = applications.papers(household).getFirst().id();
        HOUSE.door(Staff.class).join(StaffAccessTest.shop("acting-shop"), household, StaffRole.OWNER);
        Caller clerk = StaffAccessTest.clerkFor(household, "acting-clerk2@house.test", contact);

        var refused = HOUSE.answer(clerk.send("/merchant/application", TAKE_OVER));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#bank-account\"").doesNotContain("62220000000001");
        var kept = applications.of(household).orElseThrow().typed();
        assertThat(kept).containsEntry("bank-account", "62220000000001").containsEntry("bank-holder", "household");
        assertThat(send(clerk, "/merchant/application/submission", TAKE_OVER)).isEqualTo(422);
        assertThat(send(clerk, "/merchant/application/agreement", "agreed=true&hash=x"))
                .isEqualTo(422);
        assertThat(send(clerk, "/merchant/application/agreement", "agreed=true&hash=x&code=000000"))
                .isEqualTo(422);
        assertThat(get(clerk, "/merchant/application/papers/" + paper)).isEqualTo(404);
        assertThat(get(Caller.of(household), "/merchant/application/papers/" + paper))
                .isEqualTo(200);
        assertThat(get(clerk, "/merchant/statement")).isEqualTo(403);
        assertThat(get(clerk, "/merchant/orders")).isEqualTo(200);
        assertThat(get(clerk, "/account/addresses")).isEqualTo(403);
    }

    @Test
    void rights_of_a_clerks_own_do_not_count_while_acting() {
        String contact = "acting-third@house.test";
        UUID household = Caller.account(contact, Set.of(Role.MEMBER));
        UUID account = Caller.account("acting-clerk3@house.test", Set.of(Role.MEMBER));
        HOUSE.door(Accounts.class).grant(account, Role.OPERATOR);
        Caller clerk = StaffAccessTest.clerkFor(household, "acting-clerk3@house.test", contact);
        String reveal = "/operator/applications/" + UUID.randomUUID() + "/revelation";
        assertThat(send(clerk, reveal, "field=bank-account&why=x")).isEqualTo(403);
        assertThat(send(clerk, "/clerk/acting/end", "")).isEqualTo(303);
        assertThat(send(clerk, reveal, "field=bank-account&why=x")).isEqualTo(404);
    }

    @Test
    void a_clerk_says_that_a_household_is_no_relative() {
        UUID account = Caller.account("acting-clerk4@house.test", Set.of(Role.MEMBER));
        HOUSE.door(Clerks.class).appoint(account, "便民服务站", "test");
        Caller clerk = Caller.of(account);
        var again = HOUSE.answer(clerk.send("/clerk/households", "name=x&contact=uncle@house.test"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"uncle@house.test\"", "href=\"#unrelated\"");
        assertThat(send(clerk, "/clerk/households", "name=x&contact=acting-clerk4@house.test&unrelated=true"))
                .isEqualTo(422);
    }

    private static int get(Caller caller, String address) {
        return HOUSE.answer(caller.ask(address)).statusCode();
    }

    private static int send(Caller caller, String address, String fields) {
        return HOUSE.answer(caller.send(address, fields)).statusCode();
    }
}
