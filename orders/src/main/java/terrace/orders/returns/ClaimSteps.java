package terrace.orders.returns;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.catalog.stock.BackOnSale;
import terrace.catalog.stock.GoodsBack;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;
import terrace.orders.returns.ClaimEvent.Act;
import terrace.orders.returns.ClaimEvent.Actor;
import terrace.orders.returns.ClaimRows.Entry;
import terrace.orders.reversals.Cause;
import terrace.orders.reversals.ReversalWish;
import terrace.orders.reversals.Reversals;
import terrace.orders.reversals.Reversing;

/** What claims come to, whoever brings it about. The order is held fast first, then the claim. */
@Singleton
class ClaimSteps {
    private final ClaimRows rows;
    private final OrderBook book;
    private final Reversals reversals;
    private final BackOnSale backOnSale;
    private final AfterSaleLetters letters;

    ClaimSteps(ClaimRows rows, OrderBook book, Reversals reversals, BackOnSale backOnSale, AfterSaleLetters letters) {
        this.rows = rows;
        this.book = book;
        this.reversals = reversals;
        this.backOnSale = backOnSale;
        this.letters = letters;
    }

    /** A claim and its order, both held fast. */
    record Held(Claim claim, OpenOrder order) {}

    /** Does something with a claim that is there; empty when none is. */
    @Transactional
    Optional<Stepping> on(Optional<Claim> found, Function<Held, Stepping> step) {
        return found.map(claim -> step.apply(hold(claim.orderId(), claim.id())));
    }

    @Transactional
    Held hold(UUID orderId, UUID claimId) {
        OpenOrder order = book.lock(orderId).orElseThrow();
        return new Held(rows.lock(claimId), order);
    }

    Stepping done(Claim claim) {
        return new Stepping.Done(rows.lock(claim.id()));
    }

    /** Does what is on the table: nothing, the goods first, or the money at once. */
    Stepping carryOut(Held held, Entry entry) {
        Claim claim = held.claim();
        if (claim.standingFen() == 0) {
            rows.step(claim.id(), ClaimState.CLOSED, entry);
            letters.toMember(claim, "closed");
            return done(claim);
        }
        if (claim.goodsBack()) {
            rows.step(claim.id(), ClaimState.TO_SEND_BACK, entry);
            letters.toMember(claim, "send-back", AfterSaleLetters.yuan(claim.standingFen()));
            return done(claim);
        }
        return refund(held, entry);
    }

    /** The money goes back, as far as there is any left of the line; once, for its key is the claim. */
    Stepping refund(Held held, Entry entry) {
        Claim claim = held.claim();
        SortedMap<Integer, Long> left = reversals.left(claim.orderId());
        long fen = Math.min(claim.standingFen(), left.getOrDefault(claim.position(), 0L));
        rows.step(claim.id(), ClaimState.REFUNDED, entry);
        if (fen > 0) {
            SortedMap<Integer, Long> wanted = new TreeMap<>();
            wanted.put(claim.position(), fen);
            long freight = left.getOrDefault(ReversalWish.FREIGHT, 0L);
            if (freight > 0
                    && claim.kind().freightToo()
                    && fen + freight <= reversals.atOnce(claim.orderId())
                    && allGoodsGone(left, claim.position(), fen)) {
                wanted.put(ReversalWish.FREIGHT, freight);
            }
            Reversing reversing = reversals.reverse(
                    held.order(),
                    new ReversalWish("claim:" + claim.id(), Cause.CLAIM, claim.number(), entry.actorId(), wanted));
            if (!(reversing instanceof Reversing.Reversed reversed)) {
                throw new IllegalStateException("claim " + claim.number() + " is not refunded: " + reversing);
            }
            rows.refunded(claim.id(), reversed.reversal().id());
            long all = reversed.reversal().fen();
            rows.note(claim.id(), new Entry(entry.actor(), entry.actorId(), Act.REFUNDED, all, ""));
            letters.toMember(
                    claim, "refunded", AfterSaleLetters.yuan(reversed.reversal().cashFen()));
            letters.toShop(claim, "refunded.shop", AfterSaleLetters.yuan(all));
        }
        return done(claim);
    }

    private static boolean allGoodsGone(SortedMap<Integer, Long> left, int position, long fen) {
        long goods = left.entrySet().stream()
                .filter(entry -> entry.getKey() != ReversalWish.FREIGHT)
                .mapToLong(entry -> entry.getValue())
                .sum();
        return goods == fen && left.getOrDefault(position, 0L) == fen;
    }

    /** One side agrees to what the mediator proposes; when both have, it is done. */
    Stepping agree(Held held, Entry entry, boolean member) {
        Claim claim = held.claim();
        if (member ? claim.merchantAgrees() : claim.memberAgrees()) {
            return carryOut(held, entry);
        }
        if (!(member ? claim.memberAgrees() : claim.merchantAgrees())) {
            rows.agree(claim.id(), member);
            rows.note(claim.id(), entry);
        }
        return done(claim);
    }

    /** One side does not: an arbiter decides. */
    Stepping decline(Held held, Actor side, UUID actor, String words) {
        Claim claim = held.claim();
        rows.step(claim.id(), ClaimState.IN_ARBITRATION, new Entry(side, actor, Act.DECLINED, null, words));
        if (side == Actor.MEMBER) {
            letters.toShop(claim, "arbitration");
        } else {
            letters.toMember(claim, "arbitration");
        }
        return done(claim);
    }

    /** The merchant has unpacked so many pieces that can be sold again. */
    void onSaleAgain(Held held, long pieces) {
        Claim claim = held.claim();
        if (pieces == 0) {
            return;
        }
        OrderLine line = book.lines(claim.orderId()).stream()
                .filter(each -> each.position() == claim.position())
                .findFirst()
                .orElseThrow();
        backOnSale.giveBack(List.of(new GoodsBack(line.skuId(), pieces, null)), "came back", "claim:" + claim.number());
    }

    /** Nobody has spoken in time: what the page said would happen. */
    @Transactional
    boolean silence(UUID orderId, UUID claimId) {
        Held held = hold(orderId, claimId);
        if (!rows.isDue(claimId)) {
            return false;
        }
        Claim claim = held.claim();
        switch (claim.state()) {
            case WITH_MERCHANT -> carryOut(held, byTime(Act.GRANTED, claim.standingFen()));
            case OFFERED -> refund(held, byTime(Act.AGREED, claim.standingFen()));
            case REFUSED, TO_SEND_BACK -> {
                rows.step(claimId, ClaimState.CLOSED, byTime(Act.CLOSED, null));
                letters.toMember(claim, "closed");
            }
            case IN_MEDIATION -> {
                rows.put(claimId, claim.askedFen(), claim.goodsBack());
                rows.step(claimId, ClaimState.IN_ARBITRATION, byTime(Act.HANDED_ON, claim.askedFen()));
            }
            case PROPOSED -> carryOut(held, byTime(Act.AGREED, claim.standingFen()));
            case IN_ARBITRATION -> carryOut(held, byTime(Act.DECIDED, claim.standingFen()));
            case ON_WAY_BACK -> refund(held, byTime(Act.CAME_BACK, null));
            case REFUNDED, CLOSED, WITHDRAWN -> throw new IllegalStateException("due and over: " + claim.number());
        }
        return true;
    }

    private static Entry byTime(Act act, @Nullable Long fen) {
        return new Entry(Actor.TIME, null, act, fen, "");
    }
}
