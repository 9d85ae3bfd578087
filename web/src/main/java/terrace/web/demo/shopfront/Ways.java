package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.entitlements.Entitlements;
import terrace.marketplace.entitlements.SheetRow;
import terrace.marketplace.gifts.Codes;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pledges.Pledge;
import terrace.marketplace.pledges.Pledges;
import terrace.orders.promotions.PromoFunds;

/** Coupons by every way there is, and what an organisation gives its people and promises; new ones each month. */
@Singleton
public class Ways {
    private static final String CODE = "TERRACE2026";
    private static final String PARTNER = "mountain-light";
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final Duration VALID = Duration.ofDays(60);
    private static final long BUDGET_FEN = 50_000;
    private static final long FUND_FEN = 600_000;
    private static final long GOAL_FEN = 5_000_000;
    private static final long FACE_FEN = 20_000;
    private static final int PEOPLE = 12;

    private final PromoFunds funds;
    private final Codes codes;
    private final Entitlements entitlements;
    private final Partners partners;
    private final Pledges pledges;
    private final Clock clock;

    Ways(PromoFunds funds, Codes codes, Entitlements entitlements, Partners partners, Pledges pledges, Clock clock) {
        this.funds = funds;
        this.codes = codes;
        this.entitlements = entitlements;
        this.partners = partners;
        this.pledges = pledges;
        this.clock = clock;
    }

    /** What was made before is left alone. */
    public void open(UUID operator) {
        funds.payIn(operator, null, FUND_FEN, id("fund"));
        Instant now = clock.now();
        own("新人满减券", "For newcomers, from ¥20", 500, Giving.of(Giving.Way.NEWCOMER), now, operator);
        own("新人尝鲜券", "For a newcomer's first taste", 300, Giving.of(Giving.Way.NEWCOMER), now, operator);
        own("签到券", "For coming every day", 50, Giving.of(Giving.Way.SIGN_IN), now, operator);
        Giving week = new Giving(Giving.Way.SIGN_IN, 7, null, null);
        own("连签七天券", "For a week of coming every day", 300, week, now, operator);
        Giving rush = new Giving(Giving.Way.RUSH, 0, 2, "hani");
        own("十点抢券", "Ten o'clock rush", 1_000, rush, tenOClock(), operator);
        UUID coded = own("线下展销会券", "For visitors of the fair", 500, Giving.of(Giving.Way.CODE), now, operator);
        codes.share(coded, CODE, operator);
        partners.byCode(PARTNER).ifPresent(partner -> give(partner, operator));
    }

    private void give(Partner partner, UUID operator) {
        funds.payIn(operator, partner.id(), FUND_FEN, id("partner's fund"));
        NewBatch batch = batch(
                "职工慰问券",
                "Greetings to our staff",
                FACE_FEN,
                CouponKind.PEOPLE,
                CostShare.ofOrganiser(partner.id()),
                Giving.of(Giving.Way.ENTITLEMENT),
                clock.now(),
                FACE_FEN * (PEOPLE + 1),
                operator);
        funds.make(batch);
        entitlements.start(
                id("sheet"),
                partner.id(),
                batch.terms().batchId(),
                batch.terms().title(),
                staff(),
                operator);
        while (entitlements.work()) {
            // piece by piece, as the job would
        }
        LocalDate first = YearMonth.from(clock.today()).atDay(1);
        pledges.make(
                new Pledge(
                        id("pledge"),
                        partner.id(),
                        "消费帮扶采购承诺",
                        "Pledge to buy from partner counties",
                        GOAL_FEN,
                        first,
                        first.plusMonths(3)),
                operator);
    }

    /** One of them is nobody's name, as happens in sheets. */
    private static List<SheetRow> staff() {
        return Stream.concat(
                        IntStream.range(0, PEOPLE)
                                .mapToObj(at -> new SheetRow(
                                        at + 2, "member%02d@demo.terrace".formatted(at + 10), at < 7 ? "机关" : "电站")),
                        Stream.of(new SheetRow(PEOPLE + 2, "nobody@demo.terrace", "电站")))
                .toList();
    }

    private UUID own(String title, String titleEn, long faceFen, Giving giving, Instant opens, UUID operator) {
        NewBatch batch = batch(
                title, titleEn, faceFen, CouponKind.ANY, CostShare.ofPlatform(), giving, opens, BUDGET_FEN, operator);
        funds.make(batch);
        return batch.terms().batchId();
    }

    private NewBatch batch(
            String title,
            String titleEn,
            long faceFen,
            CouponKind kind,
            CostShare cost,
            Giving giving,
            Instant opens,
            long budgetFen,
            UUID operator) {
        CouponTerms terms = new CouponTerms(
                id(title), kind, title, titleEn, faceFen, 2_000, 50, cost, opens, opens.plus(VALID), Set.of());
        int perPerson = giving.way() == Giving.Way.SIGN_IN ? 20 : 1;
        return new NewBatch(terms, giving, budgetFen, perPerson, Set.of(), operator);
    }

    /** The next one, so that there is something to wait for. */
    private Instant tenOClock() {
        Instant today = clock.today().atTime(TEN).atZone(Clock.ZONE).toInstant();
        return clock.now().isBefore(today) ? today : today.plus(Duration.ofDays(1));
    }

    private UUID id(String what) {
        String name = "ways:" + what + ":" + YearMonth.from(clock.today());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
