package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

class CourierDeskTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    private JsonNode steps(String number, Duration ago) throws IOException, InterruptedException {
        Instant sent = InstantSource.system().instant().minus(ago);
        return bank.customer()
                .get("/courier/v1/traces?courier=SF&number=" + number + "&sent=" + sent.getEpochSecond())
                .json()
                .path("steps");
    }

    @Test
    void a_parcel_goes_its_way_by_the_banks_clock() throws IOException, InterruptedException {
        assertThat(steps("SF1234567890123", Duration.ofMinutes(1))).isEmpty();
        assertThat(steps("SF1234567890123", Duration.ofHours(8))).hasSize(2);
        assertThat(steps("SF1234567890123", Duration.ofDays(3))).hasSize(5);
        assertThat(steps("SF1234567890100", Duration.ofDays(3))).isEmpty();
        bank.customer().postJson("/__bank/clock", "{\"offset_seconds\":86400}");
        assertThat(steps("SF1234567890123", Duration.ofHours(8))).hasSize(3);
    }

    @Test
    void it_wants_the_key_and_knows_nothing_else() throws IOException, InterruptedException {
        assertThat(bank.customer().browse("/courier/v1/traces?number=1", "zh").status())
                .isEqualTo(401);
        assertThat(bank.customer().get("/courier/v1/parcels").status()).isEqualTo(404);
    }
}
