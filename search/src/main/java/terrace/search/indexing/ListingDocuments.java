package terrace.search.indexing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Category;
import terrace.catalog.certificates.Certificate;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.listings.IndexedListing;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.lots.Lots;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.vectors.Vector;
import terrace.search.vectors.Vectors;
import terrace.search.words.Pinyin;
import terrace.search.words.Spelling;
import terrace.search.words.Words;

/** Makes documents of listings: all the language work is done here, so that a stock cluster needs no plugin. */
@Singleton
class ListingDocuments {
    /** How many characters from the start of a title can be typed in one go, as pinyin or initials. */
    private static final int START_LENGTH = 6;

    private final Words words;
    private final Regions regions;
    private final Merchants merchants;
    private final Vectors vectors;
    private final Certificates certificates;
    private final Lots lots;

    ListingDocuments(
            Words words, Regions regions, Merchants merchants, Vectors vectors, Certificates certificates, Lots lots) {
        this.words = words;
        this.regions = regions;
        this.merchants = merchants;
        this.vectors = vectors;
        this.certificates = certificates;
        this.lots = lots;
    }

    /**
     * With what vouches for them and when they were harvested, read for all at once. Those whose vector is not known
     * yet get none; {@link Language#vector} tells.
     */
    List<ListingDocument> all(Collection<IndexedListing> indexed) {
        Map<String, Vector> known = vectors.known(indexed.stream()
                .map(one -> Spelling.fold(one.listing().title()))
                .toList());
        Set<UUID> ids = indexed.stream().map(one -> one.listing().id()).collect(Collectors.toSet());
        Map<UUID, Set<Certificate.Kind>> proofs = certificates.kindsOf(ids);
        Map<UUID, LocalDate> harvests = lots.harvested(ids);
        return indexed.stream()
                .map(one -> {
                    UUID id = one.listing().id();
                    return of(one, known, proofs.getOrDefault(id, Set.of()), harvests.get(id));
                })
                .toList();
    }

    private ListingDocument of(
            IndexedListing indexed,
            Map<String, Vector> known,
            Set<Certificate.Kind> proofs,
            @Nullable LocalDate harvestedOn) {
        Listing listing = indexed.listing();
        ListingCard card = indexed.card();
        List<String> said = words.toIndex(listing.title());
        Instant published = listing.publishedAt();
        return new ListingDocument(
                        listing.id().toString(),
                        listing.title(),
                        language(listing.title(), said, about(indexed, said), listing.story(), known),
                        said.stream().filter(ListingDocuments::worthSuggesting).toList(),
                        indexed.categoryPath().stream().map(Category::slug).toList(),
                        listing.provinceCode(),
                        listing.countyCode(),
                        regions.byCode(listing.countyCode()).map(Region::poor).orElse(false),
                        card.inStock(),
                        listing.merchantId().toString(),
                        listing.picture(),
                        card.priceFen(),
                        card.grams(),
                        card.perJinFen() > 0 ? card.perJinFen() : null,
                        card.sold(),
                        card.rating(),
                        published == null ? 0 : published.toEpochMilli(),
                        listing.about().freightTemplateId().toString(),
                        proofs.stream().map(Enum::name).sorted().toList(),
                        harvestedOn == null ? null : harvestedOn.toEpochDay(),
                        "",
                        "")
                .sealed();
    }

    /** Of any title, whether it is in the catalogue or not. */
    Language language(String title, List<String> said, Set<String> about, String story, Map<String, Vector> known) {
        String spelt = Spelling.fold(title);
        Vector vector = known.get(spelt);
        return new Language(
                spelt,
                String.join(" ", said),
                String.join(" ", about),
                String.join(" ", sounds(said, spelt)),
                String.join(" ", Pinyin.syllables(spelt)),
                Spelling.fold(story),
                vector == null ? null : vector.signs(),
                vector == null ? null : vector.base64());
    }

    private Set<String> about(IndexedListing indexed, List<String> said) {
        Set<String> about = new LinkedHashSet<>(said);
        Listing listing = indexed.listing();
        regions.byCode(listing.countyCode()).ifPresent(county -> about.addAll(words.toIndex(county.name())));
        regions.byCode(listing.provinceCode()).ifPresent(province -> {
            about.addAll(words.toIndex(province.name()));
            about.add(province.shortName());
        });
        about.addAll(words.toIndex(listing.village()));
        merchants.byId(listing.merchantId()).ifPresent(merchant -> about.addAll(words.toIndex(merchant.name())));
        for (Category category : indexed.categoryPath()) {
            about.addAll(words.toIndex(category.nameZh()));
            about.addAll(List.of(category.nameEn().toLowerCase(Locale.ROOT).split("[^a-z]+")));
        }
        about.remove("");
        return about;
    }

    private static Set<String> sounds(List<String> said, String title) {
        Set<String> sounds = new LinkedHashSet<>();
        for (String word : said) {
            addSounds(sounds, word);
        }
        StringBuilder start = new StringBuilder();
        title.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(START_LENGTH)
                .forEach(start::appendCodePoint);
        addSounds(sounds, start.toString());
        sounds.remove("");
        return sounds;
    }

    private static void addSounds(Set<String> sounds, String word) {
        if (!word.codePoints().anyMatch(Spelling::isHan)) {
            return;
        }
        sounds.add(Pinyin.full(word));
        // the initial of a single character would make every letter find everything
        if (word.length() > 1) {
            sounds.add(Pinyin.initials(word));
        }
    }

    private static boolean worthSuggesting(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Spelling::isHan);
    }
}
