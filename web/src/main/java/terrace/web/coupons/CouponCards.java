package terrace.web.coupons;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;

/** Turns terms into what is shown, ids into names. */
@Singleton
class CouponCards {
    private static final int TARGETS_SHOWN = 5;

    private final Merchants merchants;
    private final Categories categories;
    private final Listings listings;
    private final Campaigns campaigns;
    private final Sights sights;

    CouponCards(Merchants merchants, Categories categories, Listings listings, Campaigns campaigns, Sights sights) {
        this.merchants = merchants;
        this.categories = categories;
        this.listings = listings;
        this.campaigns = campaigns;
        this.sights = sights;
    }

    CouponCard card(Language language, CouponTerms terms) {
        UUID merchant = terms.cost().merchantId();
        return new CouponCard(
                terms.batchId(),
                terms.kind().name(),
                language.english() ? terms.titleEn() : terms.title(),
                terms.faceFen(),
                merchant == null ? null : name(merchant),
                targets(language, terms.targets()),
                terms.thresholdFen() == 0 ? null : Money.grouped(terms.thresholdFen()),
                terms.coverPercent(),
                sights.time(terms.opensAt()),
                sights.time(terms.endsAt()));
    }

    private List<String> targets(Language language, Set<CouponTarget> targets) {
        return targets.stream()
                .sorted(Comparator.comparing(CouponTarget::kind).thenComparing(CouponTarget::id))
                .limit(TARGETS_SHOWN)
                .flatMap(target -> switch (target.kind()) {
                    case MERCHANT -> Optional.ofNullable(name(target.id())).stream();
                    case CATEGORY ->
                        categories.byId(target.id()).stream()
                                .map(category -> language.english() ? category.nameEn() : category.nameZh());
                    case CAMPAIGN ->
                        campaigns.byId(target.id()).stream()
                                .map(campaign -> language.english() ? campaign.titleEn() : campaign.title());
                    case LISTING ->
                        listings.byIds(Set.of(target.id())).values().stream().map(Listing::title);
                })
                .toList();
    }

    private @Nullable String name(UUID merchantId) {
        Merchant merchant = merchants.byIds(Set.of(merchantId)).get(merchantId);
        return merchant == null ? null : merchant.name();
    }
}
