package terrace.marketplace.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.notices.CapturedMail;
import terrace.marketplace.notices.Mail;

@MicronautTest(transactional = false)
class InboxTest {

    @Inject
    Inbox inbox;

    @Inject
    Preferences preferences;

    @Inject
    Accounts accounts;

    @Inject
    CapturedMail mail;

    @Inject
    EventWorker worker;

    private final String contact = UUID.randomUUID() + "@example.com";

    @Test
    void what_is_told_stands_on_the_site_and_goes_out_once() throws Exception {
        var reader = account(contact);
        Callable<Boolean> tell = () -> inbox.tell(reader, returned("one"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(tell, tell)).stream()
                            .filter(done -> done.resultNow())
                            .count())
                    .isOne();
        }
        worker.drain();
        assertThat(letters(contact)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("梯田：商品需要修改");
            assertThat(letter.text()).contains("红米", "照片不清楚", "/merchant/listings");
        });
        assertThat(inbox.unread(reader)).isOne();
        var message = inbox.of(reader, null, 10, true).messages().getFirst();
        assertThat(message.title()).isEqualTo("a listing needs mending");
        assertThat(message.read()).isFalse();
        assertThat(inbox.open(account(UUID.randomUUID() + "@example.com"), message.id(), false))
                .isEmpty();
        assertThat(inbox.unread(reader)).isOne();
        assertThat(inbox.open(reader, message.id(), false)).isPresent();
        assertThat(inbox.unread(reader)).isZero();
    }

    @Test
    void pages_follow_one_another_and_what_came_since_stays_unread() {
        var reader = account(contact);
        for (int i = 0; i < 5; i++) {
            inbox.tell(reader, returned("source " + i));
        }
        var first = inbox.of(reader, null, 3, false);
        var second = inbox.of(reader, first.nextBefore(), 3, false);
        assertThat(first.messages()).hasSize(3);
        assertThat(second.messages()).hasSize(2);
        assertThat(second.nextBefore()).isNull();
        inbox.readUntil(reader, first.messages().get(1).id());
        assertThat(inbox.unread(reader)).isOne();
    }

    @Test
    void what_is_turned_off_is_not_sent_but_stands_on_the_site() {
        var reader = account(contact);
        assertThat(preferences.choose(reader, NewsKind.GOODS, Channel.MAIL, false))
                .isTrue();
        inbox.tell(reader, returned("off"));
        inbox.tell(reader, new News(NewsKind.SHOP, "s", "staff.removed", List.of("某社"), "/account", false));
        worker.drain();
        assertThat(letters(contact)).hasSize(1);
        assertThat(inbox.of(reader, null, 10, false).messages()).hasSize(2);
        assertThat(preferences.choose(reader, NewsKind.MONEY, Channel.MAIL, false))
                .isFalse();
        assertThat(preferences.wanted(reader, NewsKind.MONEY, Channel.MAIL)).isTrue();
        preferences.choose(reader, NewsKind.GOODS, Channel.MAIL, true);
        inbox.tell(reader, returned("on"));
        worker.drain();
        assertThat(letters(contact)).hasSize(2);
    }

    @Test
    void a_letter_carries_an_address_that_turns_its_kind_off_for_its_reader_alone() {
        var reader = account(contact);
        var token = preferences.path(reader, NewsKind.GOODS, Channel.MAIL).substring("/unsubscribe/".length());
        inbox.tell(reader, returned("letter"));
        worker.drain();
        assertThat(letters(contact).getFirst().text()).contains("/unsubscribe/" + token);
        assertThat(preferences.ofToken(token)).contains(new Choice(NewsKind.GOODS, Channel.MAIL, true));
        assertThat(preferences.choose(token, false)).contains(new Choice(NewsKind.GOODS, Channel.MAIL, false));
        assertThat(preferences.choose(token, false)).contains(new Choice(NewsKind.GOODS, Channel.MAIL, false));
        for (var forged : List.of("", "AAAA", "!", token + "A", "B" + token.substring(1), "A".repeat(300))) {
            assertThat(preferences.ofToken(forged)).isEmpty();
        }
    }

    @Test
    void who_signs_in_with_a_number_is_told_by_text_message() {
        var number = "139" + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
        var reader = account(number);
        inbox.tell(reader, returned("sms"));
        worker.drain();
        assertThat(letters(number))
                .singleElement()
                .satisfies(text -> assertThat(text.text()).startsWith("【梯田】").contains("红米"));
        assertThat(preferences.leads(reader, Channel.SMS)).isTrue();
        assertThat(preferences.leads(reader, Channel.MAIL)).isFalse();
    }

    private static News returned(String source) {
        return new News(
                NewsKind.GOODS, source, "listing.returned", List.of("红米", "照片不清楚"), "/merchant/listings", false);
    }

    private List<Mail> letters(String to) {
        return mail.newest(1_000).stream().filter(each -> each.to().equals(to)).toList();
    }

    private UUID account(String name) {
        var created = accounts.create(name, "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }
}
