package terrace.orders.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.ledger.HashChain;

@MicronautTest(transactional = false)
@Property(name = "terrace.demo", value = "true")
class SealsTest {
    @Inject
    Seals seals;

    @Inject
    HashChain chain;

    @Inject
    PaidSales sales;

    @Inject
    Bazaar bazaar;

    @Inject
    Clock clock;

    @BeforeEach
    void somethingIsPosted() {
        sales.fund(bazaar.merchant());
        chain.catchUp();
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_day_is_sealed_once_and_its_seal_fits_no_other_text() {
        Bazaar.atOnce(Collections.nCopies(4, (Callable<Boolean>) () -> {
            seals.sealYesterday();
            return true;
        }));
        LocalDate day = clock.today().minusDays(1);
        Seal seal = seals.of(day).orElseThrow();
        assertThat(seals.holds(seal)).isTrue();
        assertThat(seals.newest(5)).extracting(Seal::day).contains(day);
        assertThat(seals.holds(
                        new Seal(day, seal.seq(), "0".repeat(64), seal.signature(), seal.publicKey(), seal.signedAt())))
                .isFalse();
        assertThat(SealKey.fits(
                        seal.publicKey(),
                        "another".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        seal.signature()))
                .isFalse();
        sales.fund(bazaar.merchant());
        chain.catchUp();
        seals.sealYesterday();
        assertThat(seals.of(day).orElseThrow().seq()).isEqualTo(seal.seq());
        clock.shift(Duration.ofDays(1));
        seals.sealYesterday();
        assertThat(seals.of(day.plusDays(1)).orElseThrow().seq()).isGreaterThan(seal.seq());
        assertThatThrownBy(() -> bazaar.change("delete from orders.chain_seal where day = ?", day))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void without_a_key_nothing_is_sealed_where_money_is_real() {
        SealKey none = new SealKey("", false);
        assertThat(none.present()).isFalse();
        assertThat(none.sign(new byte[0])).isEmpty();
    }
}
