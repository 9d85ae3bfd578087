package terrace.web.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.NewCategory;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.web.demo.plan.Facts;
import terrace.web.demo.plan.Facts.CategoryFact;
import terrace.web.demo.plan.Facts.Drive;
import terrace.web.demo.plan.Facts.House;
import terrace.web.demo.plan.PlannedListing;

/** Where goods are found: the category tree, pavilions with their partners, campaigns with dates beside today. */
@Singleton
class Places {

    private static final int GRAMS_PER_JIN = 500;
    private static final String BY_ROOT = "root:";
    private static final String BY_KIND = "kind:";

    private final Categories categories;
    private final Partners partners;
    private final Pavilions pavilions;
    private final Campaigns campaigns;
    private final Clock clock;

    Places(Categories categories, Partners partners, Pavilions pavilions, Campaigns campaigns, Clock clock) {
        this.categories = categories;
        this.partners = partners;
        this.pavilions = pavilions;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Categories by slug; what an operator made of one that is there stays. */
    Map<String, Category> categories(Facts facts) {
        Map<String, Category> bySlug = new HashMap<>();
        categories.all().forEach(category -> bySlug.put(category.slug(), category));
        int position = 0;
        for (CategoryFact fact : facts.categories()) {
            position++;
            if (!bySlug.containsKey(fact.slug())) {
                NewCategory wanted =
                        new NewCategory(fact.slug(), fact.parent(), fact.zh(), fact.en(), position, fact.group());
                bySlug.put(fact.slug(), categories.define(wanted));
            }
        }
        return bySlug;
    }

    /** Takes the listings of the facts: who was grown beyond them belongs to pavilions by province alone. */
    void pavilions(Facts facts, Map<String, Merchant> merchants, List<PlannedListing> listings) {
        Map<String, String> roots = facts.roots();
        Map<String, Partner> byCode = new HashMap<>();
        facts.partners()
                .forEach(fact ->
                        byCode.put(fact.code(), partners.define(new NewPartner(fact.code(), fact.zh(), fact.en()))));
        for (House house : facts.houses()) {
            List<UUID> owners = house.partners().stream()
                    .map(code -> Objects.requireNonNull(byCode.get(code), code).id())
                    .toList();
            pavilions.define(new Pavilion(
                    house.code(),
                    house.zh(),
                    house.en(),
                    house.kind(),
                    house.province(),
                    house.summaryZh(),
                    house.summaryEn(),
                    house.position(),
                    owners));
            Set<UUID> members = members(roots, house, merchants, listings);
            pavilions.merchantsOf(house.code()).forEach(members::remove);
            if (!members.isEmpty()) {
                pavilions.include(house.code(), members);
            }
        }
    }

    /** Dates are set anew at each start, so that the campaign is always some days old. */
    void campaigns(Facts facts, List<PlannedListing> listings) {
        for (Drive drive : facts.drives()) {
            Partner recommending = partners.byCode(drive.partner()).orElseThrow();
            campaigns.define(new NewCampaign(
                    drive.slug(),
                    drive.zh(),
                    drive.en(),
                    drive.storyZh(),
                    drive.storyEn(),
                    (long) drive.goalJin() * GRAMS_PER_JIN,
                    midnight(drive.starts()),
                    midnight(drive.ends()),
                    recommending.name(),
                    recommending.nameEn(),
                    drive.households(),
                    Campaign.Basis.DECLARED,
                    drive.goodsAmong(listings).stream().map(PlannedListing::id).toList()));
        }
    }

    private Instant midnight(int days) {
        LocalDate today = clock.today();
        return today.plusDays(days).atStartOfDay(Clock.ZONE).toInstant();
    }

    private static Set<UUID> members(
            Map<String, String> roots, House house, Map<String, Merchant> merchants, List<PlannedListing> listings) {
        Set<UUID> members = new LinkedHashSet<>();
        for (PlannedListing listing : listings) {
            Merchant merchant = merchants.get(listing.seller().code());
            if (merchant != null && house.members().stream().anyMatch(rule -> belongs(roots, rule, listing))) {
                members.add(merchant.id());
            }
        }
        return members;
    }

    private static boolean belongs(Map<String, String> roots, String rule, PlannedListing listing) {
        if (rule.startsWith(BY_ROOT)) {
            return rule.substring(BY_ROOT.length())
                    .equals(roots.get(listing.goods().category()));
        }
        if (rule.startsWith(BY_KIND)) {
            return listing.seller().kind().name().equals(rule.substring(BY_KIND.length()));
        }
        return listing.county().startsWith(rule);
    }
}
