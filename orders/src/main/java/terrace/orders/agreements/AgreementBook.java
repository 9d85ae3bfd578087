package terrace.orders.agreements;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.AgreementBank.Standing;

/** What the database decides about agreements, each act one transaction. */
@Singleton
class AgreementBook {

    private final AgreementRepository repository;
    private final Clock clock;

    AgreementBook(AgreementRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Agreement> ofMember(UUID memberId) {
        return repository.ofMember(memberId);
    }

    @Transactional
    Agreement offer(UUID memberId, String channel) {
        repository.offer(
                Ids.next(), memberId, channel, Agreements.PER_PAYMENT_FEN_MAX, Agreements.PER_DAY_FEN_MAX, clock.now());
        return repository.ofMember(memberId).orElseThrow();
    }

    @Transactional
    void heard(UUID id, Standing standing) {
        switch (standing) {
            case SIGNED -> repository.signed(id, clock.now());
            case ENDED -> repository.ended(id, clock.now());
            case OFFERED -> {
                // still waits for its member
            }
        }
    }

    @Transactional
    List<UUID> ending(UUID memberId) {
        return repository.ending(memberId, clock.now());
    }

    /** Two at once meet at the agreement's row: the second sees what the first has taken of the day. */
    @Transactional
    Use reserve(UUID memberId, UUID useId, long fen) {
        Optional<Agreement> signed =
                repository.lock(memberId).filter(agreement -> agreement.state() == Agreement.State.ACTIVE);
        if (signed.isEmpty()) {
            return new Use.NotSigned();
        }
        Agreement agreement = signed.get();
        if (repository.reserved(useId)) {
            return new Use.Reserved(agreement.id());
        }
        if (fen > agreement.perPaymentFen()) {
            return new Use.OverPayment(agreement.perPaymentFen());
        }
        LocalDate today = clock.today();
        long left = agreement.perDayFen() - repository.usedFen(agreement.id(), today);
        if (fen > left) {
            return new Use.OverDay(Math.max(0, left));
        }
        repository.reserve(useId, agreement.id(), fen, today);
        return new Use.Reserved(agreement.id());
    }

    @Transactional
    void release(UUID useId) {
        repository.release(useId);
    }
}
