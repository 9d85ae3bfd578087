package terrace.web.demo;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import terrace.catalog.categories.Category;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Offering;
import terrace.catalog.listings.VatKind;
import terrace.catalog.stock.Receipt;
import terrace.catalog.stock.Stock;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.web.demo.plan.Facts.Seller;
import terrace.web.demo.plan.Facts.Vat;
import terrace.web.demo.plan.Licences;
import terrace.web.demo.plan.PlannedListing;

/** Opens merchants and puts their goods on the shelf, with freight and stock. */
@Singleton
class Shelves {

    private static final int MERCHANTS_AT_ONCE = 1000;
    private static final int LOOKED_AT_MAX = 100;
    private static final int HARVEST_TO_SHIP_HOURS = 48;

    /** Before the first deal of the story. */
    private static final Duration PAID_SINCE = Duration.ofDays(90);

    private static final Set<String> EXEMPT_BY_KIND = Set.of("vegetables", "meat-eggs", "supplies", "farm");

    private final Merchants merchants;
    private final Freight freight;
    private final Listings listings;
    private final Stock stock;
    private final BankAccounts bankAccounts;
    private final Clock clock;
    private final Questions questions;

    Shelves(
            Merchants merchants,
            Freight freight,
            Listings listings,
            Stock stock,
            BankAccounts bankAccounts,
            Clock clock,
            Questions questions) {
        this.bankAccounts = bankAccounts;
        this.clock = clock;
        this.questions = questions;
        this.merchants = merchants;
        this.freight = freight;
        this.listings = listings;
        this.stock = stock;
    }

    /** Merchants by code; those who are there already are left as they are. */
    Map<String, Merchant> merchants(List<PlannedListing> planned) {
        Map<String, Merchant> byCode = new HashMap<>();
        List<Merchant> page = merchants.page(null, MERCHANTS_AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(merchant -> byCode.put(merchant.code(), merchant));
            page = merchants.page(page.getLast().code(), MERCHANTS_AT_ONCE);
        }
        Map<String, Merchant> opened = new ConcurrentHashMap<>(byCode);
        List<Seller> missing = planned.stream()
                .map(PlannedListing::seller)
                .distinct()
                .filter(seller -> !byCode.containsKey(seller.code()))
                .toList();
        Hands.each(missing, seller -> opened.put(seller.code(), open(seller)));
        bankAccounts.vouch(
                planned.stream()
                        .map(listing -> id(opened, listing.seller()))
                        .distinct()
                        .toList(),
                clock.now().minus(PAID_SINCE),
                "demo");
        return opened;
    }

    /**
     * Whether these listings stand already: looked at closely when few, else by the first and last, offered together.
     */
    boolean offered(List<PlannedListing> batch) {
        Set<UUID> asked =
                new HashSet<>(List.of(batch.getFirst().id(), batch.getLast().id()));
        if (batch.size() <= LOOKED_AT_MAX) {
            batch.forEach(listing -> asked.add(listing.id()));
        }
        return listings.byIds(asked).size() == asked.size();
    }

    /** Offers a batch with freight and stock; answers how many listings are new. */
    @Transactional
    int offer(
            List<PlannedListing> batch,
            Map<String, Merchant> merchants,
            Map<String, Category> categories,
            Map<String, String> roots) {
        Set<UUID> ids = new HashSet<>();
        batch.forEach(listing -> ids.add(listing.id()));
        Set<UUID> known = listings.byIds(ids).keySet();
        List<PlannedListing> fresh =
                batch.stream().filter(listing -> !known.contains(listing.id())).toList();
        freight(fresh, merchants);
        List<Offering> offerings = listings.publishAll(fresh.stream()
                .map(listing -> listing(listing, merchants, categories, roots))
                .toList());
        for (Offering offering : offerings) {
            if (offering instanceof Offering.Refused refused) {
                throw new IllegalStateException("A planned listing was refused: " + refused.faults());
            }
        }
        List<Receipt> receipts = fresh.stream()
                .flatMap(listing -> listing.skus().stream())
                .map(sku -> new Receipt(sku.id(), sku.stock()))
                .toList();
        if (!receipts.isEmpty()) {
            stock.receiveAll(receipts, "首批入库");
        }
        return fresh.size();
    }

    private Merchant open(Seller seller) {
        return merchants.open(new NewMerchant(
                seller.code(),
                seller.name(),
                seller.kind(),
                seller.county(),
                Licences.licence(seller),
                0,
                seller.name(),
                Licences.bankAccount(seller)));
    }

    private void freight(List<PlannedListing> fresh, Map<String, Merchant> merchants) {
        Map<UUID, FreightTemplate> missing = new HashMap<>();
        for (PlannedListing listing : fresh) {
            missing.computeIfAbsent(
                    Tariffs.templateId(listing), id -> Tariffs.template(listing, id(merchants, listing.seller())));
        }
        freight.merchantsOf(missing.keySet()).keySet().forEach(missing::remove);
        if (!missing.isEmpty()) {
            freight.defineAll(List.copyOf(missing.values()));
        }
    }

    private NewListing listing(
            PlannedListing planned,
            Map<String, Merchant> merchants,
            Map<String, Category> categories,
            Map<String, String> roots) {
        String category = planned.goods().category();
        UUID kind = Objects.requireNonNull(categories.get(category), category).id();
        return new NewListing(
                planned.id(),
                id(merchants, planned.seller()),
                new About(
                        kind,
                        planned.title(),
                        planned.story(),
                        new Origin(planned.county(), planned.village()),
                        new Looks(planned.goods().motif()),
                        Proof.NONE,
                        new Keeping(
                                planned.goods().storage(),
                                planned.goods().shelfLifeDays(),
                                planned.season(),
                                planned.goods().perishable(),
                                planned.goods().perishable() ? HARVEST_TO_SHIP_HOURS : 0),
                        questions.answers(kind, planned.id()),
                        vat(planned, roots),
                        Tariffs.templateId(planned)),
                planned.skus().stream()
                        .map(sku -> new NewSku(sku.id(), sku.name(), sku.priceFen(), sku.grams(), sku.code()))
                        .toList());
    }

    private static VatKind vat(PlannedListing planned, Map<String, String> roots) {
        Vat vat = planned.goods().vat();
        if (vat == Vat.THIRTEEN) {
            return VatKind.THIRTEEN_PERCENT;
        }
        boolean bought = planned.seller().kind() == Merchant.Kind.COMPANY
                || planned.seller().kind() == Merchant.Kind.INDIVIDUAL;
        if (vat == Vat.EXEMPT && !bought) {
            return VatKind.EXEMPT_OWN_GROWN;
        }
        String root = roots.getOrDefault(planned.goods().category(), "");
        return vat == Vat.EXEMPT && EXEMPT_BY_KIND.contains(root) ? VatKind.EXEMPT_BY_KIND : VatKind.NINE_PERCENT;
    }

    private static UUID id(Map<String, Merchant> merchants, Seller seller) {
        return Objects.requireNonNull(merchants.get(seller.code()), seller.code())
                .id();
    }
}
