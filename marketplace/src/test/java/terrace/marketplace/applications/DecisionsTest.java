package terrace.marketplace.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

@MicronautTest(transactional = false)
class DecisionsTest {

    private static final Map<String, String> REASON = Map.of("licence", "看不清");

    @Inject
    Applications applications;

    @Inject
    Endorsements endorsements;

    @Inject
    Reviews reviews;

    @Inject
    Agreements agreements;

    @Inject
    WayIn wayIn;

    @Inject
    LoadedLottery lottery;

    @Inject
    Staff staff;

    @Inject
    Accounts accounts;

    @Inject
    Audit audit;

    @AfterEach
    void unload() {
        lottery.load(false);
    }

    @Test
    void an_endorser_sees_only_their_own_county() {
        var application = wayIn.submitted();
        var stranger = wayIn.endorser("360726");
        assertThat(endorsements.of(stranger, application.id())).isEmpty();
        assertThat(endorsements.endorse(stranger, application.id(), 1)).isEmpty();
        assertThat(endorsements.sendBack(stranger, application.id(), 1, REASON, ""))
                .isEmpty();
        var paper = endorsements.papers(application).getFirst();
        assertThat(endorsements.paperFile(stranger, application.id(), paper.id()))
                .isEmpty();
        assertThat(endorsements.queue(stranger, null, 50).applications()).doesNotContain(application);
        assertThat(endorsements.of(wayIn.account(Role.ENDORSER), application.id()))
                .as("of no county")
                .isEmpty();

        var own = wayIn.endorser(WayIn.COUNTY);
        assertThat(endorsements.paperFile(own, application.id(), paper.id())).isPresent();
        assertThat(endorsements.of(
                        own, applications.of(wayIn.drafted()).orElseThrow().id()))
                .as("a draft")
                .isEmpty();
    }

    @Test
    void endorsing_twice_is_endorsing_once() {
        var application = wayIn.submitted();
        var own = wayIn.endorser(WayIn.COUNTY);
        assertThat(endorsements.endorse(own, application.id(), 1)).get().isInstanceOf(Decision.Decided.class);
        assertThat(endorsements.endorse(own, application.id(), 1)).get().isInstanceOf(Decision.Decided.class);
        assertThat(endorsements.endorse(wayIn.endorser(WayIn.COUNTY), application.id(), 1))
                .get()
                .isInstanceOf(Decision.Overtaken.class);
        assertThat(acts(application)).containsOnlyOnce(Step.Act.ENDORSED);
    }

    @Test
    void a_returned_application_tells_which_field_and_why_and_comes_again() {
        var application = wayIn.endorsed();
        var operator = wayIn.account(Role.OPERATOR);
        assertThat(reviews.sendBack(operator, application.id(), 1, Map.of(), " "))
                .get()
                .isInstanceOf(Decision.ReasonMissing.class);
        reviews.sendBack(operator, application.id(), 1, REASON, "请重拍");
        var returned = applications.of(application.accountId()).orElseThrow();
        assertThat(returned.state()).isEqualTo(Application.State.RETURNED);
        assertThat(returned.dueAt()).isNull();
        assertThat(applications.history(returned).getLast().reasons()).isEqualTo(REASON);

        applications.save(application.accountId(), null, Map.of("phone", "13900139000"), false);
        var again = ((Submission.Submitted)
                        applications.submit(application.accountId()).orElseThrow())
                .application();
        assertThat(again.state()).as("still endorsed").isEqualTo(Application.State.ENDORSED);
        assertThat(again.round()).isEqualTo(2);
        assertThat(reviews.approve(operator, again.id(), 1, WayIn.ALL, true))
                .as("the old page")
                .get()
                .isInstanceOf(Decision.Overtaken.class);
    }

    @Test
    void who_became_somebody_else_is_endorsed_anew() {
        var application = wayIn.endorsed();
        reviews.sendBack(wayIn.account(Role.OPERATOR), application.id(), 1, REASON, "");
        applications.save(application.accountId(), null, Map.of("name", "另一家合作社"), false);
        var again = ((Submission.Submitted)
                        applications.submit(application.accountId()).orElseThrow())
                .application();
        assertThat(again.state()).isEqualTo(Application.State.SUBMITTED);
    }

    @Test
    void approving_needs_the_whole_checklist_and_the_word_to_be_unrelated() {
        var application = wayIn.endorsed();
        var operator = wayIn.account(Role.OPERATOR);
        assertThat(reviews.approve(operator, application.id(), 1, Set.of(), true))
                .get()
                .isInstanceOf(Decision.Unchecked.class);
        assertThat(reviews.approve(operator, application.id(), 1, WayIn.ALL, false))
                .get()
                .isInstanceOf(Decision.Undeclared.class);
        assertThat(reviews.approve(application.accountId(), application.id(), 1, WayIn.ALL, true))
                .get()
                .isInstanceOf(Decision.OwnApplication.class);
        assertThat(reviews.approve(operator, UUID.randomUUID(), 1, WayIn.ALL, true))
                .isEmpty();
        for (int time = 0; time < 2; time++) {
            assertThat(reviews.approve(operator, application.id(), 1, WayIn.ALL, true))
                    .get()
                    .isInstanceOf(Decision.Decided.class);
        }
        assertThat(acts(application)).containsOnlyOnce(Step.Act.REVIEWED);
        assertThat(audited(application)).contains("application.declared-unrelated", "application.reviewed");
    }

    @Test
    void one_drawn_for_a_second_look_needs_another_operator() {
        lottery.load(true);
        var application = wayIn.endorsed();
        assertThat(application.secondLook()).isTrue();
        var first = wayIn.account(Role.OPERATOR);
        assertThat(reviews.approve(first, application.id(), 1, WayIn.ALL, true))
                .get()
                .isInstanceOf(Decision.SecondLookNeeded.class);
        assertThat(reviews.approve(first, application.id(), 1, WayIn.ALL, true))
                .get()
                .isInstanceOf(Decision.LookedBefore.class);
        assertThat(reviews.approve(wayIn.account(Role.OPERATOR), application.id(), 1, WayIn.ALL, true))
                .get()
                .isInstanceOf(Decision.Decided.class);
        assertThat(acts(application)).contains(Step.Act.FIRST_LOOK, Step.Act.REVIEWED);
    }

    @Test
    void of_two_operators_at_once_one_wins_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            var application = wayIn.endorsed();
            var one = wayIn.account(Role.OPERATOR);
            var other = wayIn.account(Role.OPERATOR);
            var outcomes = atOnce(
                    () -> reviews.approve(one, application.id(), 1, WayIn.ALL, true),
                    () -> reviews.refuse(other, application.id(), 1, "资料不实"));
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(Decision.Decided.class)
                    .hasAtLeastOneElementOfType(Decision.Overtaken.class);
        }
    }

    @Test
    void revealing_a_number_needs_a_reason_and_is_audited() {
        var application = wayIn.submitted();
        var operator = wayIn.account(Role.OPERATOR);
        assertThat(reviews.reveal(operator, application.id(), Field.ID_NUMBER, " "))
                .isEmpty();
        assertThat(reviews.reveal(operator, application.id(), Field.ID_NUMBER, "与身份证核对"))
                .contains("11010519491231002X");
        assertThat(audit.ofSubject("application:" + application.id(), 1).getFirst())
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("account:" + operator);
                    assertThat(entry.detail())
                            .containsEntry("field", "id-number")
                            .containsEntry("reason", "与身份证核对");
                });
    }

    @Test
    void signing_opens_the_merchant_once() throws Exception {
        var application = wayIn.reviewed();
        var account = application.accountId();
        var hash = agreements.current(false).hash();
        assertThat(agreements.sign(account, "x", "196.51.100.7")).isInstanceOf(Signing.TextChanged.class);
        var outcomes = atOnce(
                () -> Optional.of(agreements.sign(account, hash, "196.51.100.7")),
                () -> Optional.of(agreements.sign(account, hash, "196.51.100.7")));
        var merchants = outcomes.stream()
                .map(outcome -> ((Signing.Opened) outcome).merchant().id())
                .distinct()
                .toList();
        assertThat(merchants).hasSize(1);
        assertThat(staff.roleOf(merchants.getFirst(), account)).contains(StaffRole.OWNER);
        assertThat(accounts.byId(account).orElseThrow().roles()).contains(Role.MERCHANT);
        var open = applications.of(account).orElseThrow();
        assertThat(open.state()).isEqualTo(Application.State.OPEN);
        assertThat(open.merchantId()).isEqualTo(merchants.getFirst());
        assertThat(acts(open)).containsOnlyOnce(Step.Act.SIGNED, Step.Act.OPENED);
        Merchant merchant = ((Signing.Opened) agreements.sign(account, hash, "")).merchant();
        assertThat(merchant.code()).matches("532529-\\d+");
    }

    @Test
    void nobody_signs_before_the_review_or_after_a_refusal() {
        var application = wayIn.endorsed();
        var hash = agreements.current(true).hash();
        assertThat(agreements.sign(application.accountId(), hash, "")).isInstanceOf(Signing.NotApproved.class);
        reviews.refuse(wayIn.account(Role.OPERATOR), application.id(), 1, "经营范围不符");
        assertThat(agreements.sign(application.accountId(), hash, "")).isInstanceOf(Signing.NotApproved.class);
        applications.save(application.accountId(), null, Map.of(), false);
        assertThat(applications.of(application.accountId()).orElseThrow().state())
                .as("a new one")
                .isEqualTo(Application.State.DRAFT);
    }

    @Test
    void the_bank_account_is_proven_once() {
        var application = wayIn.reviewed();
        var signing = agreements.sign(
                application.accountId(), agreements.current(false).hash(), "");
        var merchant = ((Signing.Opened) signing).merchant().id();
        applications.bankAccountProven(merchant, "orders");
        applications.bankAccountProven(merchant, "orders");
        assertThat(reviews.of(application.id()).orElseThrow().provenAt()).isNotNull();
        assertThat(audited(application)).containsOnlyOnce("application.bank-account-proven");
    }

    @Test
    void the_queue_is_walked_by_age() {
        var ids = new ArrayList<UUID>();
        for (int at = 0; at < 3; at++) {
            ids.add(wayIn.endorsed().id());
        }
        var seen = new ArrayList<UUID>();
        String after = null;
        do {
            var stretch = reviews.queue(Application.State.ENDORSED, after, 2);
            seen.addAll(stretch.applications().stream().map(Application::id).toList());
            after = stretch.nextAfter();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(ids);
        assertThat(reviews.queue(Application.State.ENDORSED, "nonsense", 2).applications())
                .hasSize(2);
    }

    private List<Step.Act> acts(Application application) {
        return reviews.history(application).stream().map(Step::act).toList();
    }

    private List<String> audited(Application application) {
        return audit.ofSubject("application:" + application.id(), 50).stream()
                .map(AuditEntry::act)
                .toList();
    }

    private static <T> List<Object> atOnce(Callable<Optional<T>> one, Callable<? extends Optional<?>> other)
            throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = hands.submit(one);
            var second = hands.submit(other);
            return List.of(first.get().orElseThrow(), second.get().orElseThrow());
        }
    }
}
