package terrace.orders.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.orders.fulfilment.OrderAccepted;
import terrace.orders.fulfilment.OrderShipped;

/** What is stored of an event must be readable for as long as it is stored. */
class PurchaseEventsTest {
    private static final UUID ONE = UUID.fromString("01938000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01938000-0000-7000-8000-000000000002");
    private static final UUID THREE = UUID.fromString("01938000-0000-7000-8000-000000000003");

    private final ObjectMapper json = ObjectMapper.getDefault();

    @Test
    void events_are_stored_in_these_words() throws IOException {
        String purchase = "{\"purchaseId\":\"%s\",\"memberId\":\"%s\"}".formatted(ONE, TWO);
        String order = "{\"orderId\":\"%s\",\"number\":\"2611200000000001\",\"memberId\":\"%s\",\"merchantId\":\"%s\"}"
                .formatted(ONE, TWO, THREE);
        isWritten(new PurchasePlaced(ONE, TWO), purchase);
        isWritten(new PurchasePaid(ONE, TWO), purchase);
        isWritten(new OrderShipped(ONE, "2611200000000001", TWO, THREE), order);
        isWritten(new OrderAccepted(ONE, "2611200000000001", TWO, THREE), order);
    }

    private void isWritten(Record event, String sample) throws IOException {
        assertThat(json.writeValueAsString(event)).isEqualTo(sample);
        assertThat(json.readValue(sample, event.getClass())).isEqualTo(event);
    }
}
