package terrace.orders.approvals;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.purchasers.PurchaserPerson;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.approvals.Approval.State;
import terrace.orders.payment.PayableFacts;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;

/**
 * The door to purchases for organisations. Asking, deciding and beginning to pay all hold the purchase's row, so that
 * no payment begins between; the purchase is held before the person, the person before the word.
 */
@Singleton
public class Approvals {
    public static final int REASON_CHARS_MAX = 200;

    private final ApprovalRows rows;
    private final Purchasers purchasers;
    private final Purchases purchases;
    private final Payments payments;
    private final ApprovalLetters letters;
    private final Clock clock;

    Approvals(
            ApprovalRows rows,
            Purchasers purchasers,
            Purchases purchases,
            Payments payments,
            ApprovalLetters letters,
            Clock clock) {
        this.rows = rows;
        this.purchasers = purchasers;
        this.purchases = purchases;
        this.payments = payments;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * The buyer says that a purchase is for their organisation. Within what they may spend alone in a day it may be
     * paid at once, else it waits for another person. Empty when it is not this member's.
     */
    @Transactional
    public Optional<Asking> ask(UUID memberId, UUID purchaseId) {
        Optional<PayableFacts> facts =
                purchases.lock(purchaseId).filter(found -> found.payerId().equals(memberId));
        return facts.flatMap(found -> purchases.ofMember(memberId, purchaseId).map(purchase -> ask(purchase, found)));
    }

    private Asking ask(Purchase purchase, PayableFacts facts) {
        Optional<Approval> before = rows.of(purchase.id(), false);
        if (before.isPresent()) {
            return new Asking.Noted(before.get());
        }
        if (purchase.state() != PurchaseState.AWAITING_PAYMENT || facts.payBy().isBefore(clock.now())) {
            return new Asking.NotOpen(purchase.state());
        }
        if (!payments.inFlight(Purchases.PAYABLE_KIND, Set.of(purchase.id())).isEmpty()) {
            return new Asking.BeingPaid();
        }
        Optional<PurchaserPerson> person = purchasers.lock(purchase.memberId());
        if (person.isEmpty()) {
            return new Asking.NoPurchaser();
        }
        PurchaserPerson buyer = person.get();
        long spent = rows.aloneFen(
                buyer.accountId(), clock.today().atStartOfDay(Clock.ZONE).toInstant());
        boolean alone = spent + facts.fen() <= buyer.limitFen();
        if (!alone && approvers(buyer).isEmpty()) {
            return new Asking.NobodyElse();
        }
        State state = alone ? State.WITHIN_LIMIT : State.ASKED;
        rows.add(purchase.id(), buyer.purchaserId(), buyer.accountId(), facts.fen(), buyer.limitFen(), state);
        Approval approval = rows.of(purchase.id(), false).orElseThrow();
        letters.noted(approval, approvers(buyer), facts.payBy());
        return new Asking.Noted(approval);
    }

    /** Colleagues who may let it be paid. */
    private List<UUID> approvers(PurchaserPerson buyer) {
        return purchasers.people(buyer.purchaserId()).stream()
                .filter(PurchaserPerson::approver)
                .map(PurchaserPerson::accountId)
                .filter(account -> !account.equals(buyer.accountId()))
                .toList();
    }

    /**
     * Another person of the organisation lets it be paid, or not: then it is cancelled. Empty when it is not of the
     * actor's organisation, or they are no approver there now.
     *
     * @param reason of a refusal
     */
    @Transactional
    public Optional<Deciding> decide(UUID actorId, UUID purchaseId, boolean approve, String reason) {
        Optional<PayableFacts> facts = purchases.lock(purchaseId);
        Optional<PurchaserPerson> actor = purchasers.lock(actorId).filter(PurchaserPerson::approver);
        if (facts.isEmpty() || actor.isEmpty()) {
            return Optional.empty();
        }
        return rows.of(purchaseId, true)
                .filter(approval -> approval.purchaserId().equals(actor.get().purchaserId()))
                .map(approval -> decide(actorId, approval, facts.get().payBy(), approve, reason.strip()));
    }

    private Deciding decide(UUID actorId, Approval approval, Instant payBy, boolean approve, String reason) {
        State wanted = approve ? State.APPROVED : State.REFUSED;
        if (approval.state() != State.ASKED) {
            return approval.state() == wanted
                    ? new Deciding.Decided(approval)
                    : new Deciding.DecidedOtherwise(approval);
        }
        if (approval.buyerId().equals(actorId)) {
            return new Deciding.OwnPurchase();
        }
        if (!approve && (reason.isEmpty() || reason.length() > REASON_CHARS_MAX)) {
            return new Deciding.ReasonMissing();
        }
        PurchaseState state = purchases
                .ofMember(approval.buyerId(), approval.purchaseId())
                .map(Purchase::state)
                .orElseThrow();
        if (state != PurchaseState.AWAITING_PAYMENT || !payBy.isAfter(clock.now())) {
            return new Deciding.TooLate(state);
        }
        rows.decide(approval.purchaseId(), wanted, actorId, approve ? "" : reason);
        if (!approve
                && purchases.cancel(approval.buyerId(), approval.purchaseId()).isEmpty()) {
            throw new IllegalStateException("nobody's purchase " + approval.purchaseId());
        }
        Approval decided = rows.of(approval.purchaseId(), false).orElseThrow();
        letters.decided(decided);
        return new Deciding.Decided(decided);
    }

    /** Of a purchase that is this member's; empty where it is nobody's but theirs. */
    @Transactional(readOnly = true)
    public Optional<Approval> ofBuyer(UUID memberId, UUID purchaseId) {
        return rows.of(purchaseId, false).filter(approval -> approval.buyerId().equals(memberId));
    }

    /** Of the organisation this person approves for, those that wait first, then the newest. */
    @Transactional(readOnly = true)
    public List<Approval> of(UUID approverId, int limit) {
        return purchasers
                .person(approverId)
                .filter(PurchaserPerson::approver)
                .map(person -> rows.ofPurchaser(person.purchaserId(), limit))
                .orElse(List.of());
    }

    /** What is to be approved, by purchase, for who may approve it; empty for everybody else. */
    @Transactional(readOnly = true)
    public Map<UUID, Purchase> purchases(UUID approverId, List<Approval> approvals) {
        return purchasers
                .person(approverId)
                .filter(PurchaserPerson::approver)
                .map(person -> purchases.ofMembers(approvals.stream()
                        .filter(approval -> approval.purchaserId().equals(person.purchaserId()))
                        .collect(Collectors.toMap(Approval::purchaseId, Approval::buyerId))))
                .orElse(Map.of());
    }
}
