package terrace.web.coupons;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.Batch;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.gifts.Gifts;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.points.Points;
import terrace.marketplace.points.PointsFact;
import terrace.orders.bought.Bought;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.signin.Visitor;

/** Puts a member's page of coupons and points together. */
@Singleton
class CouponPages {
    private final Coupons coupons;
    private final Gifts gifts;
    private final Bought bought;
    private final Points points;
    private final CouponCards cards;
    private final Sights sights;
    private final Clock clock;

    CouponPages(
            Coupons coupons, Gifts gifts, Bought bought, Points points, CouponCards cards, Sights sights, Clock clock) {
        this.coupons = coupons;
        this.gifts = gifts;
        this.bought = bought;
        this.points = points;
        this.cards = cards;
        this.sights = sights;
        this.clock = clock;
    }

    /**
     * @param done what was just done, words are at {@code coupons.<done>}
     * @param problem key of what went wrong
     */
    CouponsPage page(Visitor visitor, @Nullable String done, @Nullable String problem, Form form) {
        UUID member = visitor.memberId();
        Language language = visitor.language();
        List<Coupon> held = coupons.ofMember(member);
        long byCoupons = coupons.savedFen(member);
        long byCampaigns = bought.borneByCampaignsFen(member);
        return new CouponsPage(
                byCoupons + byCampaigns,
                byCampaigns,
                cards(language, gifts.pack(member)),
                daily(language, member),
                coupons.ofWay(Giving.Way.RUSH).stream()
                        .filter(batch -> clock.now().isBefore(batch.terms().opensAt()))
                        .map(batch -> cards.card(language, batch.terms()))
                        .toList(),
                coupons.offered(member).stream()
                        .map(batch -> offer(language, batch))
                        .toList(),
                Arrays.stream(Coupon.Standing.values())
                        .map(standing -> new Shelf(
                                standing.name(),
                                held.stream()
                                        .filter(coupon -> coupon.standing() == standing)
                                        .map(coupon -> cards.card(language, coupon.terms()))
                                        .toList()))
                        .toList(),
                points.balance(member),
                points.facts(member).stream()
                        .map(fact ->
                                new Moved(sights.time(fact.at()), fact.kind().name(), signed(fact)))
                        .toList(),
                done,
                problem,
                form);
    }

    private Daily daily(Language language, UUID member) {
        return new Daily(
                gifts.streak(member),
                gifts.cameToday(member),
                gifts.rewards().stream()
                        .map(batch -> new Reward(
                                batch.giving().streakDays(),
                                cards.card(language, batch.terms()).title(),
                                batch.terms().faceFen()))
                        .toList());
    }

    private Offer offer(Language language, Batch batch) {
        return new Offer(
                Ids.next(), cards.card(language, batch.terms()), batch.giving().campaignSlug());
    }

    private List<CouponCard> cards(Language language, List<Batch> batches) {
        return batches.stream()
                .map(batch -> cards.card(language, batch.terms()))
                .toList();
    }

    private static String signed(PointsFact fact) {
        long moved = fact.moved();
        return moved > 0 ? "+" + moved : moved < 0 ? "−" + -moved : "0";
    }

    /**
     * @param coupon what it will be called when it is claimed
     * @param campaign the campaign it belongs to, by its address
     */
    record Offer(UUID coupon, CouponCard card, @Nullable String campaign) {}

    /** @param standing words are at {@code coupons.standing.<standing>} */
    record Shelf(String standing, List<CouponCard> cards) {}

    /** @param kind words are at {@code coupons.points.<kind>} */
    record Moved(String at, String kind, String points) {}

    /** Coming every day. */
    record Daily(int streak, boolean today, List<Reward> rewards) {}

    /** @param days given on every so-manieth day in a row */
    record Reward(int days, String title, long faceFen) {}

    /** @param campaignsFen what of the savings others paid of prices in campaigns */
    record CouponsPage(
            long savedFen,
            long campaignsFen,
            List<CouponCard> pack,
            Daily daily,
            List<CouponCard> rush,
            List<Offer> offers,
            List<Shelf> shelves,
            long points,
            List<Moved> moved,
            @Nullable String done,
            @Nullable String problem,
            Form form) {}
}
