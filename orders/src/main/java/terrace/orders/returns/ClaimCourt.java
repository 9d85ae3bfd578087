package terrace.orders.returns;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.returns.ClaimEvent.Act;
import terrace.orders.returns.ClaimEvent.Actor;
import terrace.orders.returns.ClaimRows.Entry;

/** The operators' door to claims: one mediates, and if a side does not agree another judges, with reasons. */
@Singleton
public class ClaimCourt {
    private final ClaimRows rows;
    private final ClaimSteps steps;
    private final ClaimPhotos photos;
    private final AfterSaleLetters letters;

    ClaimCourt(ClaimRows rows, ClaimSteps steps, ClaimPhotos photos, AfterSaleLetters letters) {
        this.rows = rows;
        this.steps = steps;
        this.photos = photos;
        this.letters = letters;
    }

    /** Claims the two sides could not settle, the oldest first. */
    @Connectable
    public List<Claim> queue(int limit) {
        return rows.inCourt(limit);
    }

    @Connectable
    public Optional<ClaimFile> byNumber(String number) {
        return rows.byNumber(number)
                .map(claim -> new ClaimFile(claim, rows.events(claim.id()), photos.count(claim.id())));
    }

    @Connectable
    public Optional<byte[]> photo(String number, int at) {
        return rows.byNumber(number).flatMap(claim -> photos.file(claim.id(), at));
    }

    /**
     * A proposal to both sides.
     *
     * @param fen from nothing to all that was asked
     */
    public Optional<Stepping> propose(UUID operator, String number, long fen, boolean goodsBack, String words) {
        return steps.on(rows.byNumber(number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.IN_MEDIATION) {
                return new Stepping.NotNow(claim.state());
            }
            return fault(claim, fen, words).orElseGet(() -> {
                rows.put(claim.id(), fen, goodsBack && fen > 0);
                rows.mediatedBy(claim.id(), operator);
                rows.step(
                        claim.id(),
                        ClaimState.PROPOSED,
                        new Entry(Actor.MEDIATOR, operator, Act.PROPOSED, fen, words.strip()));
                letters.toMember(claim, "proposed", AfterSaleLetters.yuan(fen));
                letters.toShop(claim, "proposed.shop", AfterSaleLetters.yuan(fen));
                return steps.done(claim);
            });
        });
    }

    /** The last word; not by who mediated. */
    public Optional<Stepping> decide(UUID operator, String number, long fen, boolean goodsBack, String words) {
        return steps.on(rows.byNumber(number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.IN_ARBITRATION) {
                return new Stepping.NotNow(claim.state());
            }
            if (operator.equals(claim.mediatorId())) {
                return new Stepping.Refused(Stepping.Fault.OWN_MEDIATION);
            }
            return fault(claim, fen, words).orElseGet(() -> {
                rows.put(claim.id(), fen, goodsBack && fen > 0);
                rows.judgedBy(claim.id(), operator);
                letters.toShop(claim, "decided.shop", AfterSaleLetters.yuan(fen));
                return steps.carryOut(
                        steps.hold(claim.orderId(), claim.id()),
                        new Entry(Actor.ARBITER, operator, Act.DECIDED, fen, words.strip()));
            });
        });
    }

    private static Optional<Stepping> fault(Claim claim, long fen, String words) {
        return fen < 0 || fen > claim.askedFen()
                ? Optional.of(new Stepping.Refused(Stepping.Fault.SUM))
                : Wanting.wordsFault(words);
    }
}
