package terrace.orders.reversals;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.orders.disputes.DisputeLost;
import terrace.orders.reviews.ReviewsChanged;

/** What is stored of an event must be readable for as long as it is stored. */
class ReversalEventsTest {
    private static final UUID ONE = UUID.fromString("01938000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01938000-0000-7000-8000-000000000002");

    private final ObjectMapper json = ObjectMapper.getDefault();

    @Test
    void events_are_stored_in_these_words() throws IOException {
        isWritten(
                new OrderReversed(ONE, TWO, "2611200000000001", ONE, TWO),
                ("{\"reversalId\":\"%s\",\"orderId\":\"%s\",\"number\":\"2611200000000001\","
                                + "\"memberId\":\"%s\",\"merchantId\":\"%s\"}")
                        .formatted(ONE, TWO, ONE, TWO));
        isWritten(new DisputeLost(ONE), "{\"disputeId\":\"%s\"}".formatted(ONE));
        isWritten(new ReviewsChanged(ONE), "{\"listingId\":\"%s\"}".formatted(ONE));
    }

    private void isWritten(Record event, String sample) throws IOException {
        assertThat(json.writeValueAsString(event)).isEqualTo(sample);
        assertThat(json.readValue(sample, event.getClass())).isEqualTo(event);
    }
}
