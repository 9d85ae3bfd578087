package terrace.web.certificates;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.certificates.Subject;
import terrace.catalog.desk.GoodsState;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.Lots;
import terrace.marketplace.ids.Ids;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Goods and harvests as pages about certificates name them, and as forms send them: {@code listing.…, lot.…}. */
@Singleton
class Subjects {
    private static final String LISTING = "listing.";
    private static final String LOT = "lot.";
    private static final int OFFERED_MAX = 60;

    private final OwnGoods goods;
    private final Listings listings;
    private final Lots lots;
    private final Words words;

    Subjects(OwnGoods goods, Listings listings, Lots lots, Words words) {
        this.goods = goods;
        this.listings = listings;
        this.lots = lots;
        this.words = words;
    }

    static Optional<Subject> read(String value) {
        return value.startsWith(LISTING)
                ? Ids.read(value.substring(LISTING.length())).map(Subject.OfListing::new)
                : Ids.read(value.startsWith(LOT) ? value.substring(LOT.length()) : "")
                        .map(Subject.OfLot::new);
    }

    static String written(Subject subject) {
        return (subject instanceof Subject.OfLot ? LOT : LISTING) + subject.id();
    }

    /** A merchant's newest goods and harvests, and the one it is about. */
    List<Option> offered(Language language, UUID merchantId, String chosen) {
        List<Subject> subjects = new ArrayList<>();
        read(chosen).filter(subject -> owns(merchantId, subject)).ifPresent(subjects::add);
        goods.page(merchantId, GoodsState.ALL, null, OFFERED_MAX).items().stream()
                .map(listing -> new Subject.OfListing(listing.id()))
                .forEach(subjects::add);
        lots.ofMerchant(merchantId, null, OFFERED_MAX).items().stream()
                .map(lot -> new Subject.OfLot(lot.id()))
                .forEach(subjects::add);
        Map<Subject, String> names = names(language, subjects);
        return subjects.stream()
                .distinct()
                .map(subject -> new Option(written(subject), names.getOrDefault(subject, "")))
                .toList();
    }

    private boolean owns(UUID merchantId, Subject subject) {
        return switch (subject) {
            case Subject.OfListing(UUID id) -> goods.of(merchantId, id).isPresent();
            case Subject.OfLot(UUID id) ->
                lots.byId(id).map(Lot::merchantId).filter(merchantId::equals).isPresent();
        };
    }

    Map<Subject, String> names(Language language, Collection<Subject> subjects) {
        Map<UUID, Lot> harvests = new HashMap<>();
        Set<UUID> ids = subjects.stream()
                .filter(Subject.OfListing.class::isInstance)
                .map(Subject::id)
                .collect(Collectors.toSet());
        lots.byIds(subjects.stream()
                        .filter(Subject.OfLot.class::isInstance)
                        .map(Subject::id)
                        .collect(Collectors.toSet()))
                .forEach(lot -> {
                    harvests.put(lot.id(), lot);
                    ids.add(lot.listingId());
                });
        Map<UUID, Listing> known = listings.byIds(ids);
        Map<Subject, String> names = new HashMap<>();
        for (Subject subject : subjects) {
            Lot lot = harvests.get(subject.id());
            Listing listing = known.get(lot == null ? subject.id() : lot.listingId());
            String title = listing == null ? "" : listing.title();
            names.put(
                    subject,
                    lot == null
                            ? title
                            : words.say(language, "certificates.lot", lot.code(), title, lot.harvestedOn()));
        }
        return names;
    }
}
