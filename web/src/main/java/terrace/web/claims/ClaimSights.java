package terrace.web.claims;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.orders.fulfilment.Courier;
import terrace.orders.returns.Claim;
import terrace.orders.returns.ClaimEvent;
import terrace.orders.returns.ClaimFile;
import terrace.orders.reversals.PaidBy;
import terrace.orders.reversals.Reversal;
import terrace.orders.reversals.Reversals;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Turns claims into what pages show, for either side and for operators. */
@Singleton
class ClaimSights {
    private final Sights sights;
    private final Words words;
    private final Reversals reversals;
    private final Clock clock;

    ClaimSights(Sights sights, Words words, Reversals reversals, Clock clock) {
        this.sights = sights;
        this.words = words;
        this.reversals = reversals;
        this.clock = clock;
    }

    /** One of a list: without what happened and without photos. */
    ClaimSight line(Language language, Claim claim) {
        return sight(language, claim, null, List.of(), List.of());
    }

    /** @param photosAt where the photos are, without their numbers */
    ClaimSight whole(Language language, ClaimFile file, String photosAt) {
        Claim claim = file.claim();
        @Nullable UUID reversal = claim.reversalId();
        return sight(
                language,
                claim,
                reversal == null
                        ? null
                        : reversals.byId(reversal).map(ClaimSights::refund).orElse(null),
                marks(language, file),
                IntStream.rangeClosed(1, file.photos())
                        .mapToObj(at -> photosAt + at)
                        .toList());
    }

    private ClaimSight sight(
            Language language,
            Claim claim,
            ClaimSight.@Nullable Refund refund,
            List<ClaimSight.Mark> marks,
            List<String> photos) {
        return new ClaimSight(
                claim.number(),
                claim.orderNumber(),
                claim.listingId(),
                claim.title(),
                claim.skuName(),
                claim.quantity(),
                claim.kind().name(),
                claim.spoiled() == null ? null : claim.spoiled().name(),
                claim.state().name(),
                tone(claim),
                claim.askedFen(),
                claim.standingFen(),
                claim.goodsBack(),
                claim.kind().goodsBack(),
                claim.dueAt() == null ? null : sights.time(claim.dueAt()),
                claim.dueAt() != null && claim.dueAt().isBefore(clock.now()),
                parcel(language, claim),
                refund,
                claim.memberAgrees(),
                claim.merchantAgrees(),
                marks,
                photos);
    }

    private static String tone(Claim claim) {
        return switch (claim.state()) {
            case REFUNDED -> "";
            case CLOSED, WITHDRAWN -> "plain";
            default -> "gold";
        };
    }

    private static ClaimSight.Refund refund(Reversal reversal) {
        return new ClaimSight.Refund(
                reversal.fen(),
                reversal.cashFen(),
                reversal.of(PaidBy.POINTS),
                reversal.of(PaidBy.PLATFORM) + reversal.of(PaidBy.ORGANISER));
    }

    private static ClaimSight.@Nullable Parcel parcel(Language language, Claim claim) {
        String code = claim.courier();
        String tracking = claim.trackingNumber();
        if (code == null || tracking == null) {
            return null;
        }
        return new ClaimSight.Parcel(
                Courier.byCode(code)
                        .map(courier -> language.english() ? courier.nameEn() : courier.nameZh())
                        .orElse(code),
                tracking);
    }

    private List<ClaimSight.Mark> marks(Language language, ClaimFile file) {
        List<ClaimSight.Mark> marks = new ArrayList<>();
        for (ClaimEvent event : file.events()) {
            Long fen = event.fen();
            String text = words.say(language, "claims.actor." + event.actor()) + " · "
                    + words.say(language, "claims.act." + event.act());
            marks.add(new ClaimSight.Mark(
                    fen == null ? text : text + " ¥" + Money.grouped(fen),
                    sights.time(event.at()),
                    event.words().isEmpty() ? null : note(language, event),
                    true,
                    false));
        }
        if (file.claim().state().open()) {
            marks.add(new ClaimSight.Mark(
                    words.say(language, "claims.waits." + file.claim().state()), null, null, false, true));
        }
        return marks;
    }

    private String note(Language language, ClaimEvent event) {
        return event.act() == ClaimEvent.Act.CAME_BACK
                ? words.say(language, "claims.on-sale-again", event.words())
                : event.words();
    }
}
