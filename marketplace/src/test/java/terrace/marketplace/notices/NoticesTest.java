package terrace.marketplace.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Vault;

@MicronautTest(transactional = false)
class NoticesTest {

    @Inject
    Notices notices;

    @Inject
    NoticeRepository rows;

    @Inject
    CapturedMail mail;

    @Inject
    Post post;

    @Inject
    Events events;

    @Inject
    EventWorker worker;

    @Inject
    Vault vault;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JdbcOperations jdbc;

    private final String to = UUID.randomUUID() + "@example.com";

    @Test
    void a_letter_goes_out_after_its_transaction_and_not_before() {
        notices.mail(to, "您的订单", "已发货。\n");
        assertThat(sentToMe()).isZero();
        worker.drain();
        assertThat(mail.newest(100)).contains(new Mail(to, "您的订单", "已发货。\n"));
    }

    @Test
    void a_letter_of_a_transaction_that_failed_is_never_sent() {
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    notices.mail(to, "subject", "text");
                    throw new IllegalArgumentException("the act failed");
                }))
                .hasMessageContaining("the act failed");
        worker.drain();
        assertThat(sentToMe()).isZero();
    }

    @Test
    void a_notice_delivered_twice_is_sent_once_and_its_text_forgotten() {
        var id = queued();
        for (int i = 0; i < 2; i++) {
            transactions.executeWrite(status -> {
                events.publish(new NoticeQueued(id));
                return null;
            });
        }
        worker.drain();
        post.take(id);
        assertThat(sentToMe()).isOne();
        assertThat(rows.byId(id).orElseThrow().text()).isEmpty();
    }

    @Test
    void a_letter_whose_carrier_died_is_taken_up_later() {
        var id = queued();
        assertThat(rows.claim(id, 10)).isOne();
        post.takeMissed();
        assertThat(sentToMe()).isZero();
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update marketplace.notice set claimed_at = claimed_at - interval '11 minutes'",
                PreparedStatement::executeUpdate));
        post.takeMissed();
        post.takeMissed();
        assertThat(sentToMe()).isOne();
    }

    @Test
    void a_line_break_in_a_subject_begins_no_header() {
        notices.mail(to, "hello\r\nBcc: everyone@example.com", "text");
        worker.drain();
        assertThat(mail.newest(100)).contains(new Mail(to, "hello Bcc: everyone@example.com", "text"));
    }

    private UUID queued() {
        var id = Ids.next();
        rows.add(id, NoticeRow.MAIL, vault.seal(to), vault.seal("subject"), vault.seal("text"), new byte[0]);
        return id;
    }

    private long sentToMe() {
        return mail.newest(1_000).stream().filter(each -> each.to().equals(to)).count();
    }
}
