package terrace.marketplace.purchasers;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;

@MicronautTest(transactional = false)
class PurchasersTest {

    @Inject
    Purchasers purchasers;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    private final String contact = UUID.randomUUID() + "@example.com";

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_colleague_joins_by_the_link_once_and_nobody_buys_for_two() {
        UUID head = founder();
        String token = invite(head);
        assertThat(purchasers.accept(account(UUID.randomUUID() + "@example.com"), token))
                .isEqualTo(new Membership.NotYours());
        UUID reader = account(contact);
        UUID purchaser = purchasers.person(head).orElseThrow().purchaserId();
        List<Membership> outcomes =
                atOnce(() -> purchasers.accept(reader, token), () -> purchasers.accept(reader, token));
        assertThat(outcomes).containsExactlyInAnyOrder(new Membership.Done(purchaser), new Membership.Gone());
        assertThat(purchasers.person(reader)).get().satisfies(person -> {
            assertThat(person.role()).isEqualTo(PurchaserRole.BUYER);
            assertThat(person.limitFen()).isEqualTo(5_000);
        });
        assertThat(purchasers.found(reader, "另一个单位")).isEqualTo(new Membership.ElsewhereAlready());
        assertThat(purchasers.accept(reader, invite(founder()))).isEqualTo(new Membership.ElsewhereAlready());
        assertThat(purchasers.invite(reader, contact, PurchaserRole.BUYER, 0, false))
                .isEmpty();
        assertThat(purchasers.change(reader, reader, PurchaserRole.APPROVER, 1)).isEmpty();
        assertThat(purchasers.remove(reader, head)).isEmpty();
    }

    @Test
    void a_link_is_dead_when_it_is_renewed_withdrawn_or_old() {
        UUID head = founder();
        String first = invite(head);
        String second = invite(head);
        assertThat(purchasers.byToken(first)).isEmpty();
        PurchaserInvitation waiting = purchasers.byToken(second).orElseThrow();
        assertThat(purchasers.withdraw(founder(), waiting.id())).contains(new Membership.Gone());
        assertThat(purchasers.withdraw(head, waiting.id())).get().isInstanceOf(Membership.Done.class);
        assertThat(purchasers.byToken(second)).isEmpty();
        String third = invite(head);
        clock.shift(Duration.ofDays(Purchasers.VALID_DAYS).plusMinutes(1));
        assertThat(purchasers.accept(account(contact), third)).isEqualTo(new Membership.Gone());
    }

    @Test
    void an_approver_is_left_even_if_two_go_at_once() {
        UUID head = founder();
        UUID purchaser = purchasers.person(head).orElseThrow().purchaserId();
        UUID other = account(contact);
        assertThat(purchasers.accept(other, invite(head))).isEqualTo(new Membership.Done(purchaser));
        assertThat(purchasers.change(head, other, PurchaserRole.APPROVER, 0)).contains(new Membership.Done(purchaser));
        List<Membership> outcomes = atOnce(
                () -> purchasers.remove(other, other).orElseThrow(),
                () -> purchasers.change(head, head, PurchaserRole.BUYER, 0).orElseThrow());
        assertThat(outcomes).containsExactlyInAnyOrder(new Membership.Done(purchaser), new Membership.LastApprover());
        assertThat(purchasers.people(purchaser))
                .filteredOn(PurchaserPerson::approver)
                .hasSize(1);
    }

    @Test
    void bad_names_and_contacts_are_refused() {
        UUID account = account(contact);
        assertThat(purchasers.found(account, " 一 ")).isEqualTo(new Membership.BadName());
        assertThat(purchasers.person(account)).isEmpty();
        assertThat(purchasers.invite(founder(), "nobody", PurchaserRole.BUYER, 0, false))
                .contains(new Membership.BadContact());
    }

    private UUID founder() {
        UUID account = account(UUID.randomUUID() + "@example.com");
        assertThat(purchasers.found(account, "机关食堂")).isInstanceOf(Membership.Done.class);
        return account;
    }

    private String invite(UUID head) {
        return ((Membership.Invited) purchasers
                        .invite(head, contact, PurchaserRole.BUYER, 5_000, false)
                        .orElseThrow())
                .token();
    }

    private static List<Membership> atOnce(Callable<Membership> one, Callable<Membership> other) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID account(String name) {
        return ((Registration.Registered) accounts.create(name, "terraces at dawn", "小红", Set.of(Role.MEMBER)))
                .account()
                .id();
    }
}
