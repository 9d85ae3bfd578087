package terrace.orders.clearing;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.Gateways;
import terrace.orders.gateway.PaymentGateway;

/** What the database knows of accepted orders that banks must hear of, each act one transaction. */
@Singleton
class Clearings {

    private final ClearingRepository repository;
    private final Gateways gateways;
    private final Clock clock;

    Clearings(ClearingRepository repository, Gateways gateways, Clock clock) {
        this.repository = repository;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** Safe twice and for orders no bank has split. */
    @Transactional
    void note(UUID orderId) {
        List<String> channels = gateways.all().stream()
                .filter(PaymentGateway::splits)
                .map(PaymentGateway::channel)
                .toList();
        LocalDate day = clock.today();
        repository.note(orderId, day, channels);
    }

    @Transactional(readOnly = true)
    Optional<Clearing> byId(UUID orderId) {
        return repository.byId(orderId);
    }

    @Transactional
    void close(UUID orderId, Clearing.State state, String trouble) {
        repository.close(orderId, state, trouble);
    }

    @Transactional
    void troubled(UUID orderId, String trouble) {
        repository.troubled(orderId, trouble);
    }
}
