package terrace.web.campaigns;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.Sum;
import terrace.marketplace.money.Money;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Puts campaigns and their figures into the reader's words. */
@Singleton
public class CampaignViews {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);
    private static final long WHOLE_BAR = 1_000;
    private static final long FEN_PER_YUAN = 100;
    private static final int FEN_DIGITS = 2;
    private static final int KILOGRAM_DIGITS = 3;
    /** The terraces of Yunnan stand for campaigns without goods as well. */
    private static final String PICTURE = "hero-53";

    private final Origins origins;
    private final Impact impact;
    private final Clock clock;
    private final Words words;

    CampaignViews(Origins origins, Impact impact, Clock clock, Words words) {
        this.origins = origins;
        this.impact = impact;
        this.clock = clock;
        this.words = words;
    }

    /** @param live whether the figures shall be fetched anew while the campaign runs */
    public CampaignView of(Language language, Campaign campaign, boolean live, @Nullable String provinceCode) {
        Instant now = clock.now();
        Origins.Parted parted = origins.of(campaign);
        Sums sums = parted.tally().whole();
        Sum.Helped helped = impact.ofCampaign(campaign.slug()).helped();
        long done = done(campaign, sums, helped);
        long goal = goal(campaign);
        boolean english = language.english();
        return new CampaignView(
                campaign.slug(),
                english ? campaign.titleEn() : campaign.title(),
                english ? campaign.storyEn() : campaign.story(),
                english ? campaign.recommendedByEn() : campaign.recommendedBy(),
                state(campaign, now),
                time(language, campaign, now),
                measured(language, campaign, done),
                words.say(language, "campaigns.of." + measure(campaign), measured(language, campaign, goal)),
                summary(language, campaign, done, goal),
                percent(done, goal),
                bar(done, goal),
                campaign.reachedAt() == null ? null : moment(campaign.reachedAt()),
                jin(language, sums.grams()),
                yuan(language, sums.fen()),
                number(language, sums.orders()),
                number(language, campaign.households()),
                number(language, helped.all()),
                basis(language, helped),
                number(language, parted.counties()),
                yuan(language, sums.giftFen()),
                returned(language, sums),
                words.say(language, "shop.basis." + campaign.householdsBasis()),
                campaign.listingIds().size(),
                TIME_OF_DAY.format(parted.tally().at().atZone(Clock.ZONE)),
                provinceCode == null ? PICTURE : "hero-" + provinceCode,
                live && campaign.openAt(now) ? "/campaigns/" + campaign.slug() + "/progress" : null);
    }

    private String summary(Language language, Campaign campaign, long done, long goal) {
        return words.say(
                language,
                "campaigns.summary." + (done == 0 ? "none." : "") + measure(campaign),
                measured(language, campaign, done),
                measured(language, campaign, goal),
                number(language, campaign.households()));
    }

    /** Of the goal, rounded down to a tenth of a percent, so that nothing is called reached that is not. */
    static String percent(long done, long goal) {
        return goal <= 0
                ? "0"
                : BigDecimal.valueOf(done)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(goal), 1, RoundingMode.FLOOR)
                        .toPlainString();
    }

    static long bar(long done, long goal) {
        return goal <= 0 ? 0 : Math.clamp(done * WHOLE_BAR / goal, 0, WHOLE_BAR);
    }

    /** Whole 斤: what is begun is not sold. */
    public static String jin(Language language, long grams) {
        return number(language, Math.floorDiv(grams, Money.GRAMS_PER_JIN));
    }

    /** Whole yuan, rounded down. */
    public static String yuan(Language language, long fen) {
        return number(language, Math.floorDiv(fen, FEN_PER_YUAN));
    }

    /** To the gram, so that the parts of a table add up. */
    public static String exactJin(Language language, long grams) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        return format.format(BigDecimal.valueOf(Math.multiplyExact(grams, 2), KILOGRAM_DIGITS));
    }

    /** To the fen where there is any, so that the parts of a table add up. */
    public static String exactYuan(Language language, long fen) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(fen % FEN_PER_YUAN == 0 ? 0 : FEN_DIGITS);
        return format.format(BigDecimal.valueOf(fen, FEN_DIGITS));
    }

    public static String number(Language language, long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** UPCOMING, OPEN, PAUSED, OVER or AUDITED: words are at {@code shop.campaign.state.<state>}. */
    public static String state(Campaign campaign, Instant now) {
        if (campaign.state() == CampaignState.AUDITED) {
            return "AUDITED";
        }
        if (campaign.overAt(now)) {
            return "OVER";
        }
        return campaign.paused() ? "PAUSED" : now.isBefore(campaign.startsAt()) ? "UPCOMING" : "OPEN";
    }

    private static String measure(Campaign campaign) {
        return campaign.goal().leading().name();
    }

    private static long done(Campaign campaign, Sums sums, Sum.Helped helped) {
        return switch (campaign.goal().leading()) {
            case GRAMS -> sums.grams();
            case FEN -> sums.fen();
            case HOUSEHOLDS -> helped.all();
        };
    }

    private static long goal(Campaign campaign) {
        CampaignGoal goal = campaign.goal();
        return switch (goal.leading()) {
            case GRAMS -> goal.grams();
            case FEN -> goal.fen();
            case HOUSEHOLDS -> goal.households();
        };
    }

    private static String measured(Language language, Campaign campaign, long amount) {
        return switch (campaign.goal().leading()) {
            case GRAMS -> jin(language, amount);
            case FEN -> yuan(language, amount);
            case HOUSEHOLDS -> number(language, amount);
        };
    }

    private String basis(Language language, Sum.Helped helped) {
        return words.say(language, "campaigns.helped.basis", helped.audited(), helped.endorsed(), helped.declared());
    }

    private @Nullable String returned(Language language, Sums sums) {
        return sums.returnedGrams() == 0
                ? null
                : words.say(
                        language,
                        sums.lateGrams() == 0 ? "campaigns.returned" : "campaigns.returned.late",
                        jin(language, sums.returnedGrams()),
                        jin(language, sums.lateGrams()));
    }

    private String time(Language language, Campaign campaign, Instant now) {
        LocalDate first = clock.dayOf(campaign.startsAt());
        LocalDate last = clock.dayOf(campaign.endsAt());
        if (now.isBefore(campaign.startsAt())) {
            return words.say(language, "shop.campaign.begins", first.toString());
        }
        if (campaign.overAt(now)) {
            return words.say(language, "shop.campaign.ended", last.toString());
        }
        long days = ChronoUnit.DAYS.between(clock.dayOf(now), last);
        return days == 0
                ? words.say(language, "shop.campaign.last-day")
                : words.say(language, "shop.campaign.days-left", days);
    }
}
