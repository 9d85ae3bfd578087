package terrace.orders.donations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.money.Money;
import terrace.orders.agreements.Agreements;
import terrace.orders.payment.Payable;
import terrace.orders.payment.PayableFacts;
import terrace.orders.payment.PayableOutcome;
import terrace.orders.payment.PayableOutcome.Accepted;
import terrace.orders.payment.PayableOutcome.Gift;

/** What money does to a gift: it is all the charity's, without fee or commission. */
@Singleton
class Gifts implements Payable {

    static final String KIND = "donation";

    private static final Duration PAYMENT_WINDOW = Duration.ofMinutes(30);

    private final DonationRepository repository;
    private final ProjectRepository projects;
    private final Agreements agreements;
    private final Inbox inbox;
    private final Clock clock;

    Gifts(DonationRepository repository, ProjectRepository projects, Agreements agreements, Inbox inbox, Clock clock) {
        this.repository = repository;
        this.projects = projects;
        this.agreements = agreements;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The gift under this id, of this member, amount and cause; empty where the id is of another one. */
    @Transactional
    Optional<Donation> begin(UUID memberId, String charity, @Nullable UUID projectId, Wish wish) {
        Instant now = clock.now();
        repository.insert(
                wish.id(), memberId, charity, wish.fen(), now, now.plus(PAYMENT_WINDOW), projectId, wish.named());
        return repository
                .byId(wish.id())
                .filter(gift -> gift.memberId().equals(memberId) && gift.fen() == wish.fen())
                .filter(gift -> gift.charity().equals(charity) && Objects.equals(gift.projectId(), projectId));
    }

    @Transactional(readOnly = true)
    Optional<Donation> byId(UUID id) {
        return repository.byId(id);
    }

    @Transactional(readOnly = true)
    List<Donation> givenBy(UUID memberId, int limit) {
        return repository.givenBy(memberId, limit);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<PayableFacts> lock(UUID id) {
        return repository
                .lock(id)
                .map(gift -> new PayableFacts(
                        gift.id(),
                        gift.memberId(),
                        "Terrace 梯田 · 公益捐赠",
                        gift.fen(),
                        gift.state() == Donation.State.WAITING && gift.payBy().isAfter(clock.now()),
                        gift.payBy()));
    }

    /** A gift is welcome late; twice it is not. The member is told of every one. */
    @Override
    @Transactional
    public PayableOutcome paid(UUID id, UUID paymentId, Instant at) {
        Donation gift = repository.lock(id).orElseThrow(() -> new IllegalStateException("no gift " + id));
        if (gift.state() == Donation.State.GIVEN && !paymentId.equals(gift.paidBy())) {
            return new PayableOutcome.Refused(PayableOutcome.Reason.ALREADY_PAID);
        }
        repository.given(id, paymentId, at);
        if (gift.projectId() != null) {
            projects.arrived(gift.projectId(), KIND, id, gift.memberId(), gift.fen(), gift.named(), at);
        }
        inbox.tell(
                gift.memberId(),
                new News(
                        NewsKind.MONEY,
                        "donation-given:" + id,
                        "donation.given",
                        List.of(Money.grouped(gift.fen())),
                        "/donations/" + id,
                        false));
        return new Accepted(List.of(), List.of(new Gift(gift.charity(), gift.fen())), List.of());
    }

    @Override
    @Transactional
    public void paymentFailed(UUID id, UUID paymentId) {
        agreements.release(id);
    }
}
