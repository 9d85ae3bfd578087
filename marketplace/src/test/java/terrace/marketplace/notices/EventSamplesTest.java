package terrace.marketplace.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.PasswordResetAsked;
import terrace.marketplace.bankaccounts.BankAccountGiven;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;
import terrace.marketplace.filedpapers.PaperExpired;
import terrace.marketplace.filedpapers.PaperRenewed;
import terrace.marketplace.merchants.MerchantReopened;
import terrace.marketplace.merchants.MerchantSuspended;

/** Events outlive the program that wrote them: their names and fields stay as these samples have them. */
@MicronautTest(transactional = false)
class EventSamplesTest {

    private static final UUID ID = UUID.fromString("019a9e5c-0000-7000-8000-000000000001");

    @Inject
    ObjectMapper json;

    @Test
    void events_read_and_write_as_they_always_did() throws IOException {
        check("password-reset.asked", new PasswordResetAsked(ID), "requestId");
        check("notice.queued", new NoticeQueued(ID), "noticeId");
        check("merchant.suspended", new MerchantSuspended(ID), "merchantId");
        check("bank-account.given", new BankAccountGiven(ID), "bankAccountId");
        check("merchant.reopened", new MerchantReopened(ID), "merchantId");
    }

    @Test
    void news_of_papers_names_merchant_and_paper() throws IOException {
        var sample = "{\"merchantId\":\"" + ID + "\",\"paperId\":\"" + ID + "\"}";
        for (var event : new Event[] {new PaperExpired(ID, ID), new PaperRenewed(ID, ID)}) {
            assertThat(json.writeValueAsString(event)).isEqualTo(sample);
            assertThat(json.readValue(sample, event.getClass())).isEqualTo(event);
        }
        assertThat(PaperExpired.class.getAnnotation(EventName.class).value()).isEqualTo("paper.expired");
        assertThat(PaperRenewed.class.getAnnotation(EventName.class).value()).isEqualTo("paper.renewed");
    }

    private void check(String name, Event event, String field) throws IOException {
        var sample = "{\"" + field + "\":\"" + ID + "\"}";
        assertThat(Stream.of(event.getClass().getAnnotationsByType(EventName.class))
                        .map(EventName::value))
                .containsExactly(name);
        assertThat(json.writeValueAsString(event)).isEqualTo(sample);
        assertThat(json.readValue(sample, event.getClass())).isEqualTo(event);
    }
}
