package terrace.web.coupons;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listings;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.pages.Form;

/** What a batch is for and whom, read from names as people type them. */
@Singleton
class BatchNames {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

    private final Categories categories;
    private final Listings listings;
    private final Merchants merchants;
    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Clock clock;

    BatchNames(
            Categories categories,
            Listings listings,
            Merchants merchants,
            Campaigns campaigns,
            Accounts accounts,
            Clock clock) {
        this.categories = categories;
        this.listings = listings;
        this.merchants = merchants;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What was found, and the form with what is wrong said beside its field. */
    record Found(Set<CouponTarget> targets, Set<UUID> people, Form form) {}

    /** @param last the day the batch ends */
    Found read(Form typed, LocalDate last) {
        Looking looking = new Looking(typed);
        Set<CouponTarget> targets = new HashSet<>();
        looking.known("categories", text -> categories.bySlug(text).map(Category::id))
                .forEach(id -> targets.add(new CouponTarget(CouponTarget.Kind.CATEGORY, id)));
        looking.known("merchants", text -> merchants.byCode(text).map(Merchant::id))
                .forEach(id -> targets.add(new CouponTarget(CouponTarget.Kind.MERCHANT, id)));
        looking.known("listings", this::listing)
                .forEach(id -> targets.add(new CouponTarget(CouponTarget.Kind.LISTING, id)));
        looking.campaign(last).ifPresent(id -> targets.add(new CouponTarget(CouponTarget.Kind.CAMPAIGN, id)));
        Set<UUID> people =
                looking.known("people", text -> accounts.bySignInName(text).map(Account::id));
        return new Found(targets, people, looking.form);
    }

    private Optional<UUID> listing(String text) {
        try {
            UUID id = UUID.fromString(text.substring(text.lastIndexOf('/') + 1));
            return listings.byIds(Set.of(id)).keySet().stream().findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One form being read. */
    private final class Looking {
        private Form form;

        Looking(Form form) {
            this.form = form;
        }

        Set<UUID> known(String field, Function<String, Optional<UUID>> look) {
            List<String> names = BETWEEN.splitAsStream(form.value(field).strip())
                    .filter(name -> !name.isEmpty())
                    .limit(NewBatch.TARGETS_MAX)
                    .toList();
            Set<UUID> ids = new HashSet<>();
            for (String name : names) {
                Optional<UUID> id = look.apply(name);
                if (id.isEmpty()) {
                    wrong(field, "coupons.batch." + field + ".wrong");
                    return ids;
                }
                ids.add(id.get());
            }
            return ids;
        }

        /** The campaign whose goods alone it is for; after its end nobody could use what is left of it. */
        Optional<UUID> campaign(LocalDate last) {
            if (form.value("campaignOnly").isEmpty()) {
                return Optional.empty();
            }
            Optional<Campaign> campaign =
                    campaigns.bySlug(form.value("campaign").strip()).filter(known -> !known.overAt(clock.now()));
            if (campaign.isEmpty()) {
                wrong("campaign", "coupons.batch.campaignOnly.wrong");
                return Optional.empty();
            }
            LocalDate over =
                    campaign.get().endsAt().minusNanos(1).atZone(Clock.ZONE).toLocalDate();
            if (last.isAfter(over)) {
                wrong("lastDay", "coupons.batch.campaignOnly.late");
            }
            return campaign.map(Campaign::id);
        }

        private void wrong(String field, String key) {
            if (form.error(field) == null) {
                form = form.with(field, key);
            }
        }
    }
}
