package terrace.marketplace.points;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.points.PointsFact.Kind;

/**
 * The door to points. One point is worth one fen: 100 points = ¥1. They are used in hundreds, after coupons, for at
 * most 99 % of what is due for goods. Every step is safe twice.
 */
@Singleton
public class Points {

    /** They are used in so many at a time: ¥1. */
    public static final int STEP = 100;

    /** The most of what is due that points may pay. */
    public static final int COVER_PERCENT_MAX = 99;

    /** One point is earned for so many fen of cash paid, begun ones not counted. */
    public static final int FEN_PER_POINT = 100;

    private static final int FACTS_SHOWN = 50;

    private final PointsRows rows;

    Points(PointsRows rows) {
        this.rows = rows;
    }

    /** What a member may use now. */
    @Connectable
    public long balance(UUID memberId) {
        return rows.balance(memberId);
    }

    /** How they came and went, the newest first. */
    @Connectable
    public List<PointsFact> facts(UUID memberId) {
        return rows.facts(memberId, FACTS_SHOWN);
    }

    /** What so much cash earns. */
    public static long earnedBy(long cashFen) {
        return cashFen / FEN_PER_POINT;
    }

    /** Gives points for an order; false when they were given before, or there are none. */
    @Transactional
    public boolean earn(UUID orderId, UUID memberId, long points) {
        return points > 0 && rows.add(orderId, Kind.EARNED, memberId, points);
    }

    /** Sets points aside for an unpaid purchase; false when there are not as many. */
    @Transactional
    public boolean freeze(UUID memberId, UUID purchaseId, long points) {
        if (points == 0) {
            return true;
        }
        return rows.lock(memberId) >= points && rows.add(purchaseId, Kind.FROZEN, memberId, points);
    }

    /** These purchases will not be paid: what was set aside for them is free again. */
    @Transactional
    public void thaw(Collection<UUID> purchaseIds) {
        rows.resolve(Kind.THAWED, purchaseIds);
    }

    /** The purchase is paid: what was set aside for it is used. */
    @Transactional
    public void use(UUID purchaseId) {
        rows.resolve(Kind.USED, List.of(purchaseId));
    }

    /**
     * Takes back what refunded cash had earned, as far as the member still has it: a balance never falls below nothing.
     * Says how many were taken; 0 when it was done before.
     */
    @Transactional
    public long takeBack(UUID refundId, UUID memberId, long points) {
        long taken = Math.min(points, rows.lock(memberId));
        return taken > 0 && rows.add(refundId, Kind.TAKEN_BACK, memberId, taken) ? taken : 0;
    }

    /** Gives back the points that paid for what is refunded; false when it was done before, or there are none. */
    @Transactional
    public boolean giveBack(UUID refundId, UUID memberId, long points) {
        return points > 0 && rows.add(refundId, Kind.GIVEN_BACK, memberId, points);
    }
}
