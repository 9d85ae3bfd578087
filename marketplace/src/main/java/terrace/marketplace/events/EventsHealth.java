package terrace.marketplace.events;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events as a part of readiness: those that wait or are parked close nothing, but somebody should know. */
@Singleton
@Readiness
class EventsHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(EventsHealth.class);

    private final DeliveryRepository deliveries;

    EventsHealth(DeliveryRepository deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        try {
            return Publishers.just(HealthResult.builder("events", HealthStatus.UP)
                    .details(Map.of("waiting", deliveries.owed(), "parked", deliveries.parked()))
                    .build());
        } catch (RuntimeException e) {
            // the reason is in the log; this answer is open to anybody
            LOG.error("The events cannot be counted", e);
            return Publishers.just(
                    HealthResult.builder("events", HealthStatus.DOWN).build());
        }
    }
}
