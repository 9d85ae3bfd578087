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
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Progress;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Puts campaigns and their figures into the reader's words. */
@Singleton
public class CampaignViews {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long WHOLE_BAR = 1_000;
    /** The terraces of Yunnan stand for campaigns without goods as well. */
    private static final String PICTURE = "hero-53";

    private final Campaigns campaigns;
    private final Clock clock;
    private final Words words;

    CampaignViews(Campaigns campaigns, Clock clock, Words words) {
        this.campaigns = campaigns;
        this.clock = clock;
        this.words = words;
    }

    /** @param live whether the figures shall be fetched anew while the campaign runs */
    public CampaignView of(Language language, Campaign campaign, boolean live, @Nullable String provinceCode) {
        Instant now = clock.now();
        Progress progress = campaigns.progress(campaign.id());
        NumberFormat number = NumberFormat.getIntegerInstance(language.locale());
        boolean english = language.english();
        return new CampaignView(
                campaign.slug(),
                english ? campaign.titleEn() : campaign.title(),
                english ? campaign.storyEn() : campaign.story(),
                english ? campaign.recommendedByEn() : campaign.recommendedBy(),
                state(campaign, now),
                time(language, campaign, now),
                number.format(progress.grams() / Money.GRAMS_PER_JIN),
                number.format(campaign.goalGrams() / Money.GRAMS_PER_JIN),
                percent(progress.grams(), campaign.goalGrams()),
                bar(progress.grams(), campaign.goalGrams()),
                number.format(progress.orders()),
                number.format(campaign.households()),
                words.say(language, "shop.basis." + campaign.householdsBasis()),
                campaign.listingIds().size(),
                TIME_OF_DAY.format(now.atZone(Clock.ZONE)),
                provinceCode == null ? PICTURE : "hero-" + provinceCode,
                live && campaign.openAt(now) ? "/campaigns/" + campaign.slug() + "/progress" : null);
    }

    /** Of the goal, rounded down to a tenth of a percent, so that nothing is called reached that is not. */
    static String percent(long grams, long goalGrams) {
        return goalGrams <= 0
                ? "0"
                : BigDecimal.valueOf(grams)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(goalGrams), 1, RoundingMode.FLOOR)
                        .toPlainString();
    }

    static long bar(long grams, long goalGrams) {
        return goalGrams <= 0 ? 0 : Math.clamp(grams * WHOLE_BAR / goalGrams, 0, WHOLE_BAR);
    }

    private static String state(Campaign campaign, Instant now) {
        return now.isBefore(campaign.startsAt()) ? "UPCOMING" : campaign.openAt(now) ? "OPEN" : "OVER";
    }

    private String time(Language language, Campaign campaign, Instant now) {
        LocalDate first = clock.dayOf(campaign.startsAt());
        LocalDate last = clock.dayOf(campaign.endsAt());
        if (now.isBefore(campaign.startsAt())) {
            return words.say(language, "shop.campaign.begins", first.toString());
        }
        if (!campaign.openAt(now)) {
            return words.say(language, "shop.campaign.ended", last.toString());
        }
        long days = ChronoUnit.DAYS.between(clock.dayOf(now), last);
        return days == 0
                ? words.say(language, "shop.campaign.last-day")
                : words.say(language, "shop.campaign.days-left", days);
    }
}
