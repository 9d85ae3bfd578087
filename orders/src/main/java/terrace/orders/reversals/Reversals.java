package terrace.orders.reversals;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.points.Points;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderState;
import terrace.orders.refunds.Refunds;

/** The door to taking sales back: the bank's refund, the subsidies, points and commission of it, together and once. */
@Singleton
public class Reversals {

    private final ReversalRows rows;
    private final Books books;
    private final Refunds refunds;
    private final Points points;
    private final Events events;

    Reversals(ReversalRows rows, Books books, Refunds refunds, Points points, Events events) {
        this.rows = rows;
        this.books = books;
        this.refunds = refunds;
        this.points = points;
        this.events = events;
    }

    /**
     * Takes so much of an order's lines back, in the caller's transaction, which holds the order fast. The bank is
     * called after it. A line's share of each who had paid is by {@link Apportioning}; sources: research §2.4, P5, P6.
     */
    @Transactional
    public Reversing reverse(OpenOrder order, ReversalWish wish) {
        Optional<Reversal> before = rows.byKey(wish.requestKey());
        if (before.isPresent()) {
            if (!before.get().orderId().equals(order.id())) {
                throw new IllegalStateException("the key of another order's reversal: " + wish.requestKey());
            }
            return new Reversing.Reversed(before.get());
        }
        boolean accepted = order.state() == OrderState.ACCEPTED;
        if (!accepted && !order.state().toSend() && order.state() != OrderState.SHIPPED) {
            return new Reversing.NotPaid(order.state());
        }
        SortedMap<Integer, SoldLine> lines = rows.lines(order.id());
        for (Map.Entry<Integer, Long> wanted : wish.fenByPosition().entrySet()) {
            long left = Optional.ofNullable(lines.get(wanted.getKey()))
                    .map(SoldLine::leftFen)
                    .orElse(0L);
            if (wanted.getValue() > left) {
                return new Reversing.TooMuch(wanted.getKey(), left);
            }
        }
        long most = atOnce(order.id());
        long wanted = wish.fenByPosition().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return wanted > most
                ? new Reversing.TooMuch(wish.fenByPosition().firstKey(), most)
                : new Reversing.Reversed(reverse(order, wish, lines, accepted));
    }

    /**
     * So much may go back at once, beside what is left of each line: all of it, unless the buyer has asked the bank for
     * the money as well, who would have it twice.
     */
    @Connectable
    public long atOnce(UUID orderId) {
        return rows.undisputed(orderId).orElse(Long.MAX_VALUE);
    }

    private Reversal reverse(OpenOrder order, ReversalWish wish, SortedMap<Integer, SoldLine> lines, boolean accepted) {
        List<Reversal.Part> parts = new ArrayList<>();
        long cash = 0;
        long fen = 0;
        long goods = 0;
        for (Map.Entry<Integer, Long> wanted : wish.fenByPosition().entrySet()) {
            SoldLine line = Objects.requireNonNull(lines.get(wanted.getKey()));
            Map<SoldLine.Payer, Long> shares = line.share(wanted.getValue());
            long lineCash = shares.getOrDefault(SoldLine.Payer.BUYER, 0L);
            shares.forEach((payer, share) -> parts.add(
                    new Reversal.Part(line.position(), payer.paidBy(), payer.bearerId(), payer.couponId(), share)));
            rows.reverse(order.id(), line, wanted.getValue(), lineCash);
            cash += lineCash;
            fen += wanted.getValue();
            goods += line.position() == ReversalWish.FREIGHT ? 0 : wanted.getValue();
        }
        Instant now = rows.now();
        long commission = accepted ? commission(order, lines, goods) : 0;
        Reversal reversal = new Reversal(
                Ids.next(),
                order.id(),
                wish.cause(),
                wish.reason(),
                accepted,
                fen,
                cash,
                commission,
                cash > 0 ? instruct(order, cash, wish.cause(), now) : null,
                now,
                List.copyOf(parts));
        rows.insert(reversal, wish.requestKey(), wish.actor());
        books.post(order, reversal);
        points.giveBack(reversal.id(), order.memberId(), reversal.of(PaidBy.POINTS));
        events.publish(
                new OrderReversed(reversal.id(), order.id(), order.number(), order.memberId(), order.merchantId()));
        return rows.byIds(List.of(reversal.id())).getFirst();
    }

    private @Nullable UUID instruct(OpenOrder order, long cash, Cause cause, Instant now) {
        ReversalRows.Paid paid = rows.payment(order.purchaseId());
        return refunds.instructPosted(paid.paymentId(), order.id(), paid.bankIntent(), cash, cause.name(), now);
    }

    /** The commission's share of these goods: of all taken back since acceptance, less what it has borne before. */
    private long commission(OpenOrder order, SortedMap<Integer, SoldLine> lines, long goods) {
        long before = rows.goodsReversed(order.id(), true);
        long base = goodsFen(lines) - rows.goodsReversed(order.id(), false);
        long whole = EscrowRelease.commission(base, order.commissionBasisPoints());
        long left = EscrowRelease.commission(base - before - goods, order.commissionBasisPoints());
        return Math.max(0, whole - left - rows.commissionReversed(order.id()));
    }

    private static long goodsFen(SortedMap<Integer, SoldLine> lines) {
        return lines.values().stream()
                .filter(line -> line.position() != ReversalWish.FREIGHT)
                .mapToLong(SoldLine::netFen)
                .sum();
    }

    /** What of an order still is to become the merchant's; the order is held fast by the caller. */
    @Transactional
    public Remaining remaining(UUID orderId) {
        SortedMap<Integer, SoldLine> lines = rows.lines(orderId);
        long all = lines.values().stream().mapToLong(SoldLine::leftFen).sum();
        SoldLine freight = lines.get(ReversalWish.FREIGHT);
        return new Remaining(all, freight == null ? all : all - freight.leftFen());
    }

    /** @param goodsFen the part of it on which commission is taken */
    public record Remaining(long fen, long goodsFen) {}

    /**
     * What may still be taken back of each line, in fen, after the merchant's own discount; freight included. Of all
     * together not more than {@link #atOnce}.
     */
    @Connectable
    public SortedMap<Integer, Long> left(UUID orderId) {
        long most = atOnce(orderId);
        SortedMap<Integer, Long> left = kept(orderId);
        left.replaceAll((position, fen) -> Math.min(most, fen));
        return left;
    }

    /** What was not taken back of each line, as in {@link #left}, whatever is disputed at the bank. */
    @Connectable
    public SortedMap<Integer, Long> kept(UUID orderId) {
        SortedMap<Integer, Long> kept = new TreeMap<>();
        rows.lines(orderId).forEach((position, line) -> kept.put(position, line.leftFen()));
        return kept;
    }

    /** What each line cost after the merchant's own discount, in fen; freight included. */
    @Connectable
    public SortedMap<Integer, Long> sold(UUID orderId) {
        SortedMap<Integer, Long> sold = new TreeMap<>();
        rows.lines(orderId).forEach((position, line) -> sold.put(position, line.netFen()));
        return sold;
    }

    /** What of an order's cash went back before it was accepted. */
    @Transactional(readOnly = true)
    public long cashBeforeAcceptance(UUID orderId) {
        return rows.ofOrders(List.of(orderId)).stream()
                .filter(reversal -> !reversal.accepted())
                .mapToLong(Reversal::cashFen)
                .sum();
    }

    /** What was taken back of these orders, oldest first. */
    @Connectable
    public Map<UUID, List<Reversal>> ofOrders(Collection<UUID> orderIds) {
        return rows.ofOrders(orderIds).stream().collect(Collectors.groupingBy(Reversal::orderId));
    }

    @Connectable
    public Optional<Reversal> byId(UUID id) {
        return rows.byIds(List.of(id)).stream().findFirst();
    }

    @Connectable
    public Optional<Reversal> byKey(String requestKey) {
        return rows.byKey(requestKey);
    }
}
