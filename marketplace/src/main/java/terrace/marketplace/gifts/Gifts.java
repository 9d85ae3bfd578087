package terrace.marketplace.gifts;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.Batch;
import terrace.marketplace.coupons.Claiming;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.Giving;

/**
 * The door to the newcomers' pack and to coming every day. Coupons are named after who gets them and for what, so that
 * nothing is given twice however often it is asked for.
 */
@Singleton
public class Gifts {

    /** Whoever registered within so many days is new. */
    public static final int NEW_DAYS = 30;

    private final GiftRows rows;
    private final Coupons coupons;
    private final Clock clock;

    Gifts(GiftRows rows, Coupons coupons, Clock clock) {
        this.rows = rows;
        this.coupons = coupons;
        this.clock = clock;
    }

    /** What the pack holds for a member who is new and has not taken it; else nothing. */
    @Connectable
    public List<Batch> pack(UUID memberId) {
        if (!rows.newcomer(memberId, NEW_DAYS)) {
            return List.of();
        }
        Set<UUID> held = coupons.ofMember(memberId).stream()
                .map(Coupon::terms)
                .map(terms -> terms.batchId())
                .collect(Collectors.toSet());
        return open(Giving.Way.NEWCOMER).stream()
                .filter(batch -> !held.contains(batch.terms().batchId()))
                .toList();
    }

    /**
     * Takes the pack: one coupon of each batch. The coupons that came of it.
     *
     * @param device the browser it is taken with, for batches that count those
     */
    @Transactional
    public List<UUID> takePack(UUID memberId, @Nullable UUID device) {
        List<UUID> taken = new ArrayList<>();
        for (Batch batch : pack(memberId)) {
            give(Giving.Way.NEWCOMER, new Taker(memberId, device), batch, "pack", taken);
        }
        return taken;
    }

    /** Days in a row so far, today or else until yesterday. */
    @Connectable
    public int streak(UUID memberId) {
        LocalDate today = clock.today();
        OptionalInt now = rows.streak(memberId, today);
        return now.isPresent()
                ? now.getAsInt()
                : rows.streak(memberId, today.minusDays(1)).orElse(0);
    }

    @Connectable
    public boolean cameToday(UUID memberId) {
        return rows.streak(memberId, clock.today()).isPresent();
    }

    /** What coming every day brings: batches with the day in a row on which they give one. */
    @Connectable
    public List<Batch> rewards() {
        return open(Giving.Way.SIGN_IN);
    }

    /** Notes that a member came today with this browser, once a day, and gives what that brings. */
    @Transactional
    public SignedIn come(UUID memberId, @Nullable UUID device) {
        LocalDate today = clock.today();
        OptionalInt streak = rows.came(memberId, today);
        List<UUID> given = new ArrayList<>();
        if (streak.isPresent()) {
            for (Batch batch : rewards()) {
                if (streak.getAsInt() % batch.giving().streakDays() == 0) {
                    give(Giving.Way.SIGN_IN, new Taker(memberId, device), batch, today.toString(), given);
                }
            }
        }
        return new SignedIn(streak.orElseGet(() -> streak(memberId)), given);
    }

    private List<Batch> open(Giving.Way way) {
        return coupons.ofWay(way).stream()
                .filter(batch -> !clock.now().isBefore(batch.terms().opensAt()))
                .toList();
    }

    private record Taker(UUID memberId, @Nullable UUID device) {}

    private void give(Giving.Way way, Taker taker, Batch batch, String why, List<UUID> given) {
        UUID batchId = batch.terms().batchId();
        UUID coupon = named(batchId + ":" + taker.memberId() + ":" + why);
        if (coupons.give(way, taker.memberId(), batchId, coupon, taker.device()) instanceof Claiming.Claimed) {
            given.add(coupon);
        }
    }

    static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("gift:" + what).getBytes(StandardCharsets.UTF_8));
    }
}
