package terrace.marketplace.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.applications.Agreements;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Saving;
import terrace.marketplace.applications.Signing;
import terrace.marketplace.audit.Assisted;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.Message;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.notices.CapturedMail;

@MicronautTest(transactional = false)
class AssistancesTest {

    @Inject
    Assistances assistances;

    @Inject
    Confirmations confirmations;

    @Inject
    Clerks clerks;

    @Inject
    Acts acts;

    @Inject
    Words words;

    @Inject
    Applications applications;

    @Inject
    Agreements agreements;

    @Inject
    Accounts accounts;

    @Inject
    Inbox inbox;

    @Inject
    CapturedMail mail;

    @Inject
    EventWorker worker;

    @Inject
    Clock clock;

    private final String contact = UUID.randomUUID() + "@example.com";

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_household_without_an_account_agrees_by_passing_on_its_code() {
        var clerk = clerk();
        var asked = ask(clerk);
        var code = code();
        assertThat(accounts.bySignInName(contact)).isEmpty();
        var wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(assistances.begin(clerk, asked.id(), wrong)).get().isInstanceOf(Beginning.WrongCode.class);
        assertThat(assistances.begin(clerk(), asked.id(), code)).isEmpty();
        assertThat(assistances.begin(clerk, asked.id(), code)).get().isInstanceOf(Beginning.Begun.class);
        assertThat(assistances.begin(clerk, asked.id(), code)).get().isInstanceOf(Beginning.CodeSpent.class);
        var household = accounts.bySignInName(contact).orElseThrow();
        assertThat(household.roles()).containsExactly(Role.MEMBER);
        assertThat(assistances.ofHousehold(household.id()))
                .singleElement()
                .matches(each -> each.clerk().equals(clerk));
        assertThat(titles(household.id())).anyMatch(title -> title.contains("开始为您代办"));
    }

    @Test
    void a_code_is_guessed_at_five_times_and_good_for_half_an_hour() {
        var clerk = clerk();
        var asked = ask(clerk);
        var code = code();
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < Codes.TRIES_MAX; i++) {
            assistances.begin(clerk, asked.id(), wrong);
        }
        assertThat(assistances.begin(clerk, asked.id(), code)).get().isInstanceOf(Beginning.CodeSpent.class);
        ask(clerk);
        var renewed = code();
        clock.shift(Duration.ofMinutes(Codes.VALID_MINUTES + 1L));
        assertThat(assistances.begin(clerk, asked.id(), renewed)).get().isInstanceOf(Beginning.CodeSpent.class);
    }

    @Test
    void of_two_clerks_at_once_one_acts() throws Exception {
        var household = account(contact);
        var first = ask(clerk());
        var second = ask(clerk());
        Callable<Object> one = () -> assistances.accept(household, first.id()).orElseThrow();
        Callable<Object> other =
                () -> assistances.accept(household, second.id()).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(List.of(one, other)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(outcomes).filteredOn(Beginning.Begun.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Beginning.AnotherActs.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void an_end_is_an_end_at_once_and_nobody_elses_to_make() {
        var clerk = clerk();
        var household = account(contact);
        var asked = ask(clerk);
        assertThat(assistances.accept(account(UUID.randomUUID() + "@example.com"), asked.id()))
                .isEmpty();
        assistances.accept(household, asked.id());
        var session = Ids.next();
        assertThat(assistances.act(clerk(), asked.id(), session)).isFalse();
        assertThat(assistances.act(clerk, asked.id(), session)).isTrue();
        assertThat(assistances.acting(clerk, session)).isPresent();
        assertThat(assistances.acting(clerk, Ids.next())).isEmpty();
        assertThat(assistances.end(clerk(), asked.id())).isFalse();
        assertThat(assistances.end(household, asked.id())).isTrue();
        assertThat(assistances.acting(clerk, session)).isEmpty();
        assertThat(assistances.act(clerk, asked.id(), session)).isFalse();
        assertThat(assistances.end(household, asked.id())).isFalse();
        assertThat(assistances.begin(clerk, asked.id(), code())).get().isInstanceOf(Beginning.CodeSpent.class);
    }

    @Test
    void no_clerk_acts_for_relatives_or_for_themselves() {
        var clerk = clerk();
        assertThat(assistances.ask(clerk, contact, "李家", true, false)).isInstanceOf(Asking.Related.class);
        var own = accounts.byId(clerk).orElseThrow().signInName();
        assertThat(assistances.ask(clerk, own, "李家", false, false)).isInstanceOf(Asking.Related.class);
        assertThat(assistances.ask(clerk, "nobody", "李家", false, false)).isInstanceOf(Asking.BadContact.class);
        assertThat(assistances.ask(clerk, contact, " ", false, false)).isInstanceOf(Asking.NameMissing.class);
        worker.drain();
        assertThat(mail.newest(1_000)).noneMatch(letter -> letter.to().equals(contact));
    }

    @Test
    void the_trail_names_both_and_the_household_is_told_once_a_day() {
        var clerk = clerk();
        var household = account(contact);
        assistances.accept(household, ask(clerk).id());
        clock.shift(Duration.ofDays(-2));
        as(clerk, household, () -> {
            acts.record(clerk, "/merchant/orders/{number}/shipment", "1");
            acts.record(clerk, "/merchant/application/papers/{id}/removal", "2");
            return applications.save(household, Merchant.Kind.HOUSEHOLD, Map.of("name", "李家鸭蛋"), false);
        });
        clock.shift(Duration.ZERO);
        var trail = acts.of(household, Long.MAX_VALUE, 10);
        assertThat(trail)
                .extracting(AuditEntry::act)
                .contains("assisted.orders", "assisted.papers", "application.started");
        assertThat(trail)
                .allMatch(entry -> entry.actor().equals("account:" + clerk)
                        && "account:"
                                .concat(household.toString())
                                .equals(entry.detail().get("for")));
        words.tellOfActs();
        words.tellOfActs();
        as(clerk, household, () -> {
            acts.record(clerk, "/merchant/listings", "3");
            return true;
        });
        words.tellOfActs();
        assertThat(titles(household)).filteredOn(title -> title.contains("件事")).containsExactly("有人为您代办了 2 件事");
    }

    @Test
    void a_bank_account_once_given_is_changed_by_the_household_alone() {
        var clerk = clerk();
        var household = account(contact);
        var first = Map.of("bank-account", "62220000000001", "bank-holder", "李");
        assertThat(as(clerk, household, () -> applications.save(household, Merchant.Kind.HOUSEHOLD, first, false)))
                .isInstanceOf(Saving.Saved.class);
        var other = Map.of("bank-account", "62220000000002", "goods", "鸭蛋");
        assertThat(as(clerk, household, () -> applications.save(household, null, other, false)))
                .isInstanceOf(Saving.HouseholdOnly.class);
        var kept = applications.of(household).orElseThrow();
        assertThat(kept.typed()).containsEntry("bank-account", "62220000000001").containsEntry("goods", "鸭蛋");
        assertThat(applications.save(household, null, other, false)).isInstanceOf(Saving.Saved.class);
    }

    @Test
    void the_agreement_is_signed_with_the_households_own_word_only() {
        var clerk = clerk();
        var household = account(contact);
        var asked = ask(clerk);
        assistances.accept(household, asked.id());
        assertThat(as(clerk, household, () -> agreements.sign(household, "", "127.0.0.1")))
                .isInstanceOf(Signing.HouseholdOnly.class);
        var session = Ids.next();
        assertThat(confirmations.ask(clerk, session, false)).isFalse();
        assistances.act(clerk, asked.id(), session);
        assertThat(confirmations.ask(clerk, session, false)).isTrue();
        var code = code();
        assertThat(confirmations.sign(clerk, Ids.next(), code, "", "127.0.0.1")).isEmpty();
        // Nothing is approved, so nothing is signed; but the code has come through to the agreement.
        assertThat(as(clerk, household, () -> confirmations.sign(clerk, session, code, "", "127.0.0.1")))
                .get()
                .isInstanceOf(Signing.NotApproved.class);
        assertThat(confirmations.sign(clerk, session, code, "", "127.0.0.1")).isEmpty();
    }

    private <T> T as(UUID clerk, UUID household, java.util.function.Supplier<T> act) {
        return PropagatedContext.getOrEmpty()
                .plus(new Assisted(clerk, household))
                .propagate(act);
    }

    private Assistance ask(UUID clerk) {
        return ((Asking.Asked) assistances.ask(clerk, contact, "李家", false, false)).assistance();
    }

    private String code() {
        worker.drain();
        var codes = mail.newest(1_000).stream()
                .filter(letter -> letter.to().equals(contact))
                .map(letter -> Pattern.compile("验证码 (\\d{6})").matcher(letter.text()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .toList();
        return codes.getFirst();
    }

    private List<String> titles(UUID account) {
        return inbox.of(account, null, 50, false).messages().stream()
                .map(Message::title)
                .toList();
    }

    private UUID clerk() {
        var clerk = account(UUID.randomUUID() + "@example.com");
        clerks.appoint(clerk, "演示乡便民服务站", "test");
        return clerk;
    }

    private UUID account(String name) {
        var created = accounts.create(name, "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }
}
