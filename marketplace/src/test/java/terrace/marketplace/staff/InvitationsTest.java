package terrace.marketplace.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
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
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.notices.CapturedMail;
import terrace.marketplace.notices.Mail;

@MicronautTest(transactional = false)
class InvitationsTest {

    @Inject
    Invitations invitations;

    @Inject
    Staff staff;

    @Inject
    Accounts accounts;

    @Inject
    Merchants merchants;

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
    void the_link_of_the_letter_lets_its_reader_in_once() {
        var shop = shop();
        invite(shop, StaffRole.GOODS);
        worker.drain();
        var letter = letters().getFirst().text();
        var link = Pattern.compile("/invitations/(\\S+)").matcher(letter);
        assertThat(link.find()).isTrue();
        var token = link.group(1);
        var reader = account(contact);
        assertThat(invitations.accept(account(UUID.randomUUID() + "@example.com"), token))
                .isInstanceOf(Accepting.NotYours.class);
        assertThat(invitations.accept(reader, token)).isEqualTo(new Accepting.Joined(shop.id));
        assertThat(invitations.accept(reader, token)).isInstanceOf(Accepting.Gone.class);
        assertThat(staff.roleOf(shop.id, reader)).hasValue(StaffRole.GOODS);
        assertThat(accounts.byId(reader).orElseThrow().is(Role.MERCHANT)).isTrue();
        assertThat(invitations.of(shop.id)).isEmpty();
    }

    @Test
    void an_invitation_grows_old_and_a_renewed_one_kills_the_link_before() {
        var shop = shop();
        var first = invite(shop, StaffRole.PACKER);
        clock.shift(Duration.ofDays(Invitations.VALID_DAYS).plusMinutes(1));
        assertThat(invitations.byToken(first.token())).isEmpty();
        assertThat(invitations.of(shop.id)).singleElement().matches(Invitation::expired);
        var renewed = invitations.renew(shop.id, first.invitation().id(), shop.owner, false);
        assertThat(renewed).get().isInstanceOf(Inviting.Invited.class);
        var token = ((Inviting.Invited) renewed.orElseThrow()).token();
        assertThat(invitations.accept(account(contact), first.token())).isInstanceOf(Accepting.Gone.class);
        assertThat(invitations.byToken(token)).isPresent();
        assertThat(invitations.of(shop.id)).hasSize(1);
    }

    @Test
    void a_withdrawn_invitation_is_worth_nothing() {
        var shop = shop();
        var invited = invite(shop, StaffRole.FINANCE);
        assertThat(invitations.withdraw(shop().id, invited.invitation().id(), shop.owner))
                .isFalse();
        assertThat(invitations.renew(shop().id, invited.invitation().id(), shop.owner, false))
                .isEmpty();
        assertThat(invitations.withdraw(shop.id, invited.invitation().id(), shop.owner))
                .isTrue();
        assertThat(invitations.withdraw(shop.id, invited.invitation().id(), shop.owner))
                .isFalse();
        assertThat(invitations.accept(account(contact), invited.token())).isInstanceOf(Accepting.Gone.class);
    }

    @Test
    void two_presses_at_once_join_once() throws Exception {
        var shop = shop();
        var token = invite(shop, StaffRole.GOODS).token();
        var reader = account(contact);
        Callable<Accepting> press = () -> invitations.accept(reader, token);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(List.of(press, press, press)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(outcomes).filteredOn(Accepting.Joined.class::isInstance).hasSize(1);
        }
    }

    @Test
    void strangers_are_not_written_to_in_bulk_and_colleagues_not_at_all() {
        var shop = shop();
        for (int i = 0; i < Invitations.WAITING_MAX; i++) {
            assertThat(invitations.invite(shop.id, i + contact, StaffRole.GOODS, shop.owner, false))
                    .isInstanceOf(Inviting.Invited.class);
        }
        assertThat(invitations.invite(shop.id, contact, StaffRole.GOODS, shop.owner, false))
                .isInstanceOf(Inviting.TooMany.class);
        assertThat(invitations.invite(shop.id, "0" + contact, StaffRole.PACKER, shop.owner, false))
                .isInstanceOf(Inviting.Invited.class);
        assertThat(invitations.invite(shop.id, "nobody", StaffRole.GOODS, shop.owner, false))
                .isInstanceOf(Inviting.BadContact.class);
        var colleague = account(contact);
        staff.join(shop.id, colleague, StaffRole.PACKER);
        assertThat(invitations.invite(shop.id, contact, StaffRole.OWNER, shop.owner, false))
                .isInstanceOf(Inviting.WorksHereAlready.class);
    }

    @Test
    void the_last_owner_stays_even_if_two_leave_at_once() throws Exception {
        var shop = shop();
        var other = account(contact);
        staff.join(shop.id, other, StaffRole.OWNER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads
                    .invokeAll(List.<Callable<Leaving>>of(
                            () -> staff.remove(shop.id, other, other),
                            () -> staff.change(shop.id, shop.owner, StaffRole.GOODS, shop.owner)))
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(outcomes).containsExactlyInAnyOrder(new Leaving.Done(), new Leaving.LastOwner());
        }
        assertThat(staff.of(shop.id))
                .filteredOn(member -> member.role() == StaffRole.OWNER)
                .hasSize(1);
        assertThat(staff.remove(shop.id, UUID.randomUUID(), shop.owner)).isEqualTo(new Leaving.Absent());
    }

    @Test
    void of_several_shops_the_one_chosen_last_is_worked_for() {
        var rice = shop();
        var tea = shop();
        staff.join(tea.id, rice.owner, StaffRole.PACKER);
        assertThat(staff.merchantsOf(rice.owner)).containsExactly(rice.id, tea.id);
        assertThat(staff.choose(tea.id, rice.owner)).isTrue();
        assertThat(staff.choose(tea.id, UUID.randomUUID())).isFalse();
        assertThat(staff.merchantsOf(rice.owner)).containsExactly(tea.id, rice.id);
    }

    private Inviting.Invited invite(Shop shop, StaffRole role) {
        return (Inviting.Invited) invitations.invite(shop.id, contact, role, shop.owner, false);
    }

    private List<Mail> letters() {
        return mail.newest(1_000).stream()
                .filter(each -> each.to().equals(contact))
                .toList();
    }

    private UUID account(String name) {
        var created = accounts.create(name, "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }

    private Shop shop() {
        var owner = account(UUID.randomUUID() + "@example.com");
        var code = "m-" + UUID.randomUUID();
        var id = merchants
                .open(new NewMerchant(
                        code, "某社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "6227003812345678901"))
                .id();
        staff.join(id, owner, StaffRole.OWNER);
        return new Shop(id, owner);
    }

    private record Shop(UUID id, UUID owner) {}
}
