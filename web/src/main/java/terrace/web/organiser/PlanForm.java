package terrace.web.organiser;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.CampaignBlock;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.marketplace.organising.CampaignPlan;
import terrace.marketplace.organising.NewPlan;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Form;

/** Reads the steps of a draft from their forms, and writes them into those forms again. */
@Singleton
class PlanForm {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");
    private static final int POINTS_PER_PERCENT = CampaignBudget.WHOLE / 100;
    private static final int PERCENT = 100;
    private static final String BLOCK = "block-";
    private static final String PAVILION = "pavilion-";
    private static final Duration USUAL = Duration.ofDays(14);

    private final Pavilions pavilions;
    private final Regions regions;
    private final Clock clock;

    PlanForm(Pavilions pavilions, Regions regions, Clock clock) {
        this.pavilions = pavilions;
        this.regions = regions;
        this.clock = clock;
    }

    /** What was read: the draft where nothing is wrong, and the form in any case. */
    record Read(@Nullable CampaignPlan plan, Form form) {}

    /** What a new campaign is to be, where nothing is wrong. */
    record Begun(@Nullable NewPlan plan, Form form) {}

    Form blank() {
        Map<String, String> typed = new HashMap<>();
        Instant start = clock.today().plusDays(7).atStartOfDay(Clock.ZONE).toInstant();
        typed.put("id", Ids.next().toString());
        typed.put("starts", local(start));
        typed.put("ends", local(start.plus(USUAL)));
        return Form.of(typed);
    }

    Begun begin(Map<String, String> typed) {
        PlanReading reading = new PlanReading(Form.of(typed));
        String title = reading.text("title", CampaignPlan.TITLE_CHARACTERS_MAX);
        String titleEn = reading.text("titleEn", CampaignPlan.TITLE_CHARACTERS_MAX);
        String slug = slug(reading);
        Instant starts = reading.moment("starts", Instant.EPOCH);
        Instant ends = ends(reading, starts);
        UUID id = id(reading.value("id"));
        return new Begun(reading.good() ? new NewPlan(id, slug, title, titleEn, starts, ends) : null, reading.form());
    }

    /** @param partner whether a partner runs it, which can bear a share */
    Read read(PlanStep step, CampaignPlan plan, boolean partner, Map<String, String> typed) {
        PlanReading reading = new PlanReading(Form.of(typed));
        CampaignPlan read =
                switch (step) {
                    case NAME ->
                        plan.named(
                                slug(reading),
                                reading.text("title", CampaignPlan.TITLE_CHARACTERS_MAX),
                                reading.text("titleEn", CampaignPlan.TITLE_CHARACTERS_MAX));
                    case GOAL -> goal(plan, reading);
                    case DATES -> dates(plan, reading);
                    case RULES -> plan.ruled(rules(reading), budget(reading, partner));
                    case STORY ->
                        plan.told(
                                reading.later("story", CampaignPlan.STORY_CHARACTERS_MAX),
                                reading.later("storyEn", CampaignPlan.STORY_CHARACTERS_MAX),
                                blocks(reading));
                };
        return new Read(reading.good() ? read : null, reading.form());
    }

    /** The draft as its forms show it. */
    Form show(CampaignPlan plan, int version) {
        Map<String, String> shown = new HashMap<>();
        shown.put("version", Integer.toString(version));
        shown.put("title", plan.title());
        shown.put("titleEn", plan.titleEn());
        shown.put("slug", plan.slug());
        shown.put("goalJin", number(plan.goal().grams() / Money.GRAMS_PER_JIN));
        shown.put(
                "goalYuan", plan.goal().fen() == 0 ? "" : Money.yuan(plan.goal().fen()));
        shown.put("goalHouseholds", number(plan.goal().households()));
        shown.put("households", number(plan.households()));
        shown.put("starts", local(plan.startsAt()));
        shown.put("ends", local(plan.endsAt()));
        plan.pavilionCodes().forEach(code -> shown.put(PAVILION + code, "true"));
        CampaignRules rules = plan.rules();
        shown.put("discount", number(rules.leastDiscountPercent()));
        shown.put("lowest", number(rules.lowestOfDays()));
        shown.put(
                "origins",
                rules.originCodes().stream()
                        .map(code -> regions.byCode(code).map(Region::name).orElse(code))
                        .collect(Collectors.joining("、")));
        shown.put("cap", number(rules.perMemberCap()));
        shown.put("pledge", number(rules.leastPledge()));
        CampaignBudget budget = plan.budget();
        shown.put("budget", budget.fen() == 0 ? "" : Money.yuan(budget.fen()));
        shown.put("platformPercent", number(budget.platform() / POINTS_PER_PERCENT));
        shown.put("organiserPercent", number(budget.organiser() / POINTS_PER_PERCENT));
        shown.put("story", plan.story());
        shown.put("storyEn", plan.storyEn());
        for (int at = 0; at < plan.blocks().size(); at++) {
            shown.put(BLOCK + plan.blocks().get(at), Integer.toString(at + 1));
        }
        return Form.of(shown);
    }

    private static String number(long number) {
        return number == 0 ? "" : Long.toString(number);
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, Clock.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static UUID id(String typed) {
        return Ids.read(typed).orElseGet(Ids::next);
    }

    private static String slug(PlanReading reading) {
        String slug = reading.value("slug");
        if (!SLUG.matcher(slug).matches()) {
            reading.wrong("slug", "organiser.plan.slug.wrong");
        }
        return slug;
    }

    private static CampaignPlan goal(CampaignPlan plan, PlanReading reading) {
        int jin = reading.number("goalJin", (int) (CampaignGoal.GRAMS_MAX / Money.GRAMS_PER_JIN));
        long fen = reading.fen("goalYuan");
        int wanted = reading.number("goalHouseholds", CampaignGoal.HOUSEHOLDS_MAX);
        int households = reading.number("households", CampaignGoal.HOUSEHOLDS_MAX);
        if (jin == 0 && fen == 0 && wanted == 0 && reading.good()) {
            reading.wrong("goalJin", "organiser.plan.goal.none");
        }
        return plan.aiming(new CampaignGoal(jin * Money.GRAMS_PER_JIN, fen, wanted), households);
    }

    private CampaignPlan dates(CampaignPlan plan, PlanReading reading) {
        Instant starts = reading.moment("starts", plan.startsAt());
        Instant ends = ends(reading, starts);
        List<String> chosen = pavilions.all().stream()
                .map(Pavilion::code)
                .filter(code -> !reading.value(PAVILION + code).isEmpty())
                .limit(CampaignPlan.PAVILIONS_MAX)
                .toList();
        return plan.held(starts, ends, chosen);
    }

    private Instant ends(PlanReading reading, Instant starts) {
        Instant ends = reading.moment("ends", starts.plus(USUAL));
        if (reading.form().error("starts") == null && starts.isBefore(clock.now())) {
            reading.wrong("starts", "organiser.plan.starts.past");
        }
        if (reading.form().error("ends") == null) {
            if (!ends.isAfter(starts)) {
                reading.wrong("ends", "organiser.plan.ends.before");
            } else if (ends.isAfter(starts.plus(Duration.ofDays(CampaignPlan.DAYS_MAX)))) {
                reading.wrong("ends", "organiser.plan.ends.far");
            }
        }
        return ends;
    }

    private CampaignRules rules(PlanReading reading) {
        return new CampaignRules(
                reading.number("discount", CampaignRules.DISCOUNT_PERCENT_MAX),
                reading.number("lowest", CampaignRules.DAYS_MAX),
                origins(reading),
                reading.number("cap", CampaignRules.CAP_MAX),
                reading.number("pledge", CampaignRules.PLEDGE_MAX));
    }

    private List<String> origins(PlanReading reading) {
        List<String> names = BETWEEN.splitAsStream(reading.value("origins"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<String> codes = names.stream()
                .flatMap(name -> division(name).stream())
                .distinct()
                .toList();
        if (names.size() > CampaignRules.ORIGINS_MAX || codes.size() < names.size()) {
            reading.wrong("origins", "organiser.plan.origins.wrong");
        }
        return codes;
    }

    /** By code or by name; a name that several counties have is no name. */
    private Optional<String> division(String name) {
        if (name.matches("\\d{2,6}")) {
            return regions.byCode(name).map(Region::code);
        }
        List<Region> named = regions.provinces().stream()
                .flatMap(province -> Stream.concat(Stream.of(province), regions.counties(province.code()).stream()))
                .filter(region ->
                        region.name().equals(name) || region.shortName().equals(name))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst().code()) : Optional.empty();
    }

    private static CampaignBudget budget(PlanReading reading, boolean partner) {
        long fen = reading.fen("budget");
        int platform = reading.number("platformPercent", PERCENT);
        int organiser = reading.number("organiserPercent", PERCENT);
        if (platform + organiser > PERCENT) {
            reading.wrong("platformPercent", "organiser.plan.shares.wrong");
            return CampaignBudget.NONE;
        }
        if (organiser > 0 && !partner) {
            reading.wrong("organiserPercent", "organiser.plan.organiser.none");
        }
        if (fen > 0 && platform + organiser == 0) {
            reading.wrong("budget", "organiser.plan.budget.nobody");
        }
        if (fen == 0 && platform + organiser > 0 && reading.form().error("budget") == null) {
            reading.wrong("budget", "organiser.plan.budget.missing");
        }
        return new CampaignBudget(
                fen,
                0,
                platform * POINTS_PER_PERCENT,
                organiser * POINTS_PER_PERCENT,
                (PERCENT - platform - organiser) * POINTS_PER_PERCENT);
    }

    /** In the order of the numbers typed beside them; how far it has come and how that is counted are always shown. */
    private static List<CampaignBlock> blocks(PlanReading reading) {
        Map<CampaignBlock, Integer> places = new HashMap<>();
        for (CampaignBlock block : CampaignBlock.values()) {
            int place = reading.number(BLOCK + block, CampaignBlock.values().length);
            if (place > 0) {
                places.put(block, place);
            }
        }
        if (places.values().stream().distinct().count() < places.size()) {
            reading.wrong(BLOCK + CampaignBlock.STORY, "organiser.plan.blocks.twice");
        }
        if (!places.containsKey(CampaignBlock.PROGRESS) || !places.containsKey(CampaignBlock.METHOD)) {
            reading.wrong(BLOCK + CampaignBlock.PROGRESS, "organiser.plan.blocks.needed");
        }
        return Arrays.stream(CampaignBlock.values())
                .filter(places::containsKey)
                .sorted(Comparator.comparing(places::get))
                .toList();
    }
}
