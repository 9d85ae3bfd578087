package terrace.orders.gateway;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * The bank as a part of readiness. A silent bank closes nothing: payments are confirmed when it speaks again; so the
 * part is up and says when it last answered and whether it has been silent since.
 */
@Singleton
@Readiness
class BankHealth implements HealthIndicator {
    private final BankLink link;

    BankHealth(BankLink link) {
        this.link = link;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("bank", HealthStatus.UP)
                .details(Map.of(
                        "known", link.address().isPresent(),
                        "answered", link.lastAnswer().map(Instant::toString).orElse(""),
                        "silent", link.silent()))
                .build());
    }
}
