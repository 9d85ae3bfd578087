package terrace.catalog.flashsales;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.FlashPrices;
import terrace.catalog.stock.Buckets;
import terrace.marketplace.clock.Clock;

/** Goods in sessions. Who runs a campaign puts in what merchants signed for, and no other price than they signed. */
@Singleton
public class FlashSales {
    /** One to each. */
    private static final long CAP = 1;

    private final FlashRows rows;
    private final FlashPrices prices;
    private final Buckets buckets;
    private final Clock clock;

    FlashSales(FlashRows rows, FlashPrices prices, Buckets buckets, Clock clock) {
        this.rows = rows;
        this.prices = prices;
        this.buckets = buckets;
        this.clock = clock;
    }

    /** What is in the sessions of a list, in the order of their beginning. */
    @Connectable
    public List<FlashOffer> in(List<Session> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : rows.between(
                        sessions.getFirst().startsAt(), sessions.getLast().endsAt());
    }

    @Connectable
    public List<FlashOffer> ofEnrolments(List<UUID> enrolmentIds) {
        return rows.ofEnrolments(enrolmentIds);
    }

    /** Of these SKUs, what is in the session that is on now. */
    @Connectable
    public List<FlashOffer> openOf(Collection<UUID> skuIds) {
        return skuIds.isEmpty() ? List.of() : rows.openOf(skuIds);
    }

    @Connectable
    public Optional<FlashOffer> byId(UUID id) {
        return rows.byId(id);
    }

    /**
     * Puts pieces of what an enrolment pledges into a session, at the price that was signed. Sent twice it is done
     * once. Empty when the campaign has no such enrolment of the SKU.
     *
     * @param id minted when the form was shown
     */
    @Transactional
    public Optional<Putting> put(UUID campaignId, UUID enrolmentId, UUID skuId, Session session, long pieces, UUID id) {
        Optional<Enrolment> known =
                prices.locked(enrolmentId).filter(found -> found.campaignId().equals(campaignId));
        return known.flatMap(enrolment -> enrolment.lines().stream()
                        .filter(line -> line.skuId().equals(skuId))
                        .findFirst())
                .map(line -> put(known.get(), line, session, pieces, id));
    }

    private Putting put(Enrolment enrolment, Enrolment.Line line, Session session, long pieces, UUID id) {
        if (rows.byId(id).isPresent()) {
            return new Putting.Put();
        }
        if (!enrolment.flash() || enrolment.state() != Enrolment.State.APPROVED) {
            return new Putting.NotEnrolled();
        }
        if (!session.startsAt().isAfter(clock.now())
                || session.startsAt().isBefore(enrolment.startsAt())
                || session.endsAt().isAfter(enrolment.endsAt())) {
            return new Putting.WrongTime();
        }
        if (prices.taken(line.skuId(), session.startsAt(), session.endsAt())) {
            return new Putting.Clash();
        }
        if (pieces < 1) {
            return new Putting.TooFew(0);
        }
        if (buckets.split(line.bucketId(), id, pieces, CAP) instanceof Buckets.Setting.TooFew(long left)) {
            return new Putting.TooFew(left);
        }
        prices.add(id, enrolment, line, pieces, session.startsAt(), session.endsAt());
        return new Putting.Put();
    }

    /** Takes goods out of a session that has not begun; false when it has, or there are none. */
    @Transactional
    public boolean takeOut(UUID campaignId, UUID id) {
        Optional<FlashOffer> offer =
                rows.byId(id).filter(found -> found.campaignId().equals(campaignId));
        Optional<Enrolment> enrolment = offer.flatMap(found -> prices.locked(found.enrolmentId()));
        Optional<Enrolment.Line> line = enrolment.flatMap(found -> found.lines().stream()
                .filter(each -> each.skuId().equals(offer.orElseThrow().skuId()))
                .findFirst());
        return line.isPresent()
                && prices.takeBack(id)
                && buckets.unite(id, line.get().bucketId());
    }
}
