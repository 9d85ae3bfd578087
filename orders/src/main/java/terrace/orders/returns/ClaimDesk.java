package terrace.orders.returns;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.returns.ClaimEvent.Act;
import terrace.orders.returns.ClaimEvent.Actor;
import terrace.orders.returns.ClaimRows.Entry;

/** The merchant's door to claims: granted, met half-way, refused with a reason; and what comes back. */
@Singleton
public class ClaimDesk {
    private final ClaimRows rows;
    private final ClaimSteps steps;
    private final ClaimPhotos photos;
    private final AfterSaleLetters letters;

    ClaimDesk(ClaimRows rows, ClaimSteps steps, ClaimPhotos photos, AfterSaleLetters letters) {
        this.rows = rows;
        this.steps = steps;
        this.photos = photos;
        this.letters = letters;
    }

    /** Open claims, the most urgent first. */
    @Connectable
    public List<Claim> open(UUID merchantId, int limit) {
        return rows.openOfMerchant(merchantId, limit);
    }

    /** All claims, newest first. */
    @Connectable
    public List<Claim> all(UUID merchantId, @Nullable UUID before, int limit) {
        return rows.of("merchant_id", merchantId, before, limit);
    }

    /** How many wait for the merchant's word, counted up to a limit. */
    @Connectable
    public int waiting(UUID merchantId, int most) {
        return rows.waitingForMerchant(merchantId, most);
    }

    @Connectable
    public Optional<ClaimFile> byNumber(UUID merchantId, String number) {
        return own(merchantId, number)
                .map(claim -> new ClaimFile(claim, rows.events(claim.id()), photos.count(claim.id())));
    }

    @Connectable
    public Optional<byte[]> photo(UUID merchantId, String number, int at) {
        return own(merchantId, number).flatMap(claim -> photos.file(claim.id(), at));
    }

    /** All that is asked; the goods come back first, unless the merchant does without them. */
    public Optional<Stepping> grant(UUID merchantId, String number, boolean goodsBack, UUID actor) {
        return steps.on(own(merchantId, number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.WITH_MERCHANT) {
                return new Stepping.NotNow(claim.state());
            }
            boolean back = goodsBack && claim.kind().goodsBack();
            rows.put(claim.id(), claim.askedFen(), back);
            return steps.carryOut(
                    steps.hold(claim.orderId(), claim.id()),
                    new Entry(Actor.MERCHANT, actor, Act.GRANTED, claim.askedFen(), ""));
        });
    }

    /** Another sum, without the goods coming back. */
    public Optional<Stepping> offer(UUID merchantId, String number, long fen, String words, UUID actor) {
        return steps.on(own(merchantId, number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.WITH_MERCHANT) {
                return new Stepping.NotNow(claim.state());
            }
            if (fen <= 0 || fen > claim.askedFen()) {
                return new Stepping.Refused(Stepping.Fault.SUM);
            }
            return Wanting.wordsFault(words).orElseGet(() -> {
                rows.put(claim.id(), fen, claim.goodsBack());
                rows.step(
                        claim.id(),
                        ClaimState.OFFERED,
                        new Entry(Actor.MERCHANT, actor, Act.OFFERED, fen, words.strip()));
                letters.toMember(claim, "offered", AfterSaleLetters.yuan(fen));
                return steps.done(claim);
            });
        });
    }

    public Optional<Stepping> refuse(UUID merchantId, String number, String words, UUID actor) {
        return steps.on(own(merchantId, number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.WITH_MERCHANT) {
                return new Stepping.NotNow(claim.state());
            }
            return Wanting.wordsFault(words).orElseGet(() -> {
                rows.step(
                        claim.id(),
                        ClaimState.REFUSED,
                        new Entry(Actor.MERCHANT, actor, Act.REFUSED, null, words.strip()));
                letters.toMember(claim, "refused");
                return steps.done(claim);
            });
        });
    }

    /** The merchant agrees to what the mediator proposes. */
    public Optional<Stepping> agree(UUID merchantId, String number, UUID actor) {
        return steps.on(
                own(merchantId, number),
                held -> held.claim().state() == ClaimState.PROPOSED
                        ? steps.agree(
                                held,
                                new Entry(
                                        Actor.MERCHANT,
                                        actor,
                                        Act.AGREED,
                                        held.claim().standingFen(),
                                        ""),
                                false)
                        : new Stepping.NotNow(held.claim().state()));
    }

    public Optional<Stepping> decline(UUID merchantId, String number, String words, UUID actor) {
        return steps.on(own(merchantId, number), held -> {
            if (held.claim().state() != ClaimState.PROPOSED) {
                return new Stepping.NotNow(held.claim().state());
            }
            return Wanting.wordsFault(words).orElseGet(() -> steps.decline(held, Actor.MERCHANT, actor, words.strip()));
        });
    }

    /** The parcel is back: the money goes, and so many pieces can be sold again. */
    public Optional<Stepping> cameBack(UUID merchantId, String number, int onSaleAgain, UUID actor) {
        return steps.on(own(merchantId, number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.ON_WAY_BACK) {
                return new Stepping.NotNow(claim.state());
            }
            if (onSaleAgain < 0 || onSaleAgain > claim.quantity()) {
                return new Stepping.Refused(Stepping.Fault.QUANTITY);
            }
            steps.onSaleAgain(held, onSaleAgain);
            return steps.refund(
                    held, new Entry(Actor.MERCHANT, actor, Act.CAME_BACK, null, Integer.toString(onSaleAgain)));
        });
    }

    /** What came back is not what was sent: a mediator looks. */
    public Optional<Stepping> contest(UUID merchantId, String number, String words, UUID actor) {
        return steps.on(own(merchantId, number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.ON_WAY_BACK) {
                return new Stepping.NotNow(claim.state());
            }
            return Wanting.wordsFault(words).orElseGet(() -> {
                rows.put(claim.id(), claim.standingFen(), false);
                rows.step(
                        claim.id(),
                        ClaimState.IN_MEDIATION,
                        new Entry(Actor.MERCHANT, actor, Act.CONTESTED, null, words.strip()));
                letters.toMember(claim, "contested");
                return steps.done(claim);
            });
        });
    }

    private Optional<Claim> own(UUID merchantId, String number) {
        return rows.byNumber(number).filter(claim -> claim.merchantId().equals(merchantId));
    }
}
