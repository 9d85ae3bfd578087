package terrace.search.indexing;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.IndexedListing;
import terrace.catalog.listings.Listings;

/**
 * Compares the live index with the catalogue, document by document, by the digest of each. What differs joins those
 * who wait to be indexed, so that a change under way meanwhile is at worst indexed twice.
 */
@Singleton
class Comparing {
    private static final int PAGE = 500;
    /** Left-over documents beyond these are found in the next comparison. */
    private static final int DOCUMENTS_MAX = 2 * PAGE;

    private final Listings listings;
    private final ListingDocuments documents;
    private final SearchCluster cluster;
    private final WaitingListingRepository waiting;

    Comparing(Listings listings, ListingDocuments documents, SearchCluster cluster, WaitingListingRepository waiting) {
        this.listings = listings;
        this.documents = documents;
        this.cluster = cluster;
        this.waiting = waiting;
    }

    Comparison all() throws IOException {
        Comparison found = Comparison.NOTHING;
        UUID after = null;
        boolean more = true;
        while (more) {
            List<UUID> page = listings.pageOfIds(after, PAGE);
            more = page.size() == PAGE;
            found = found.plus(page(page, after, more ? page.getLast() : null));
            after = page.isEmpty() ? after : page.getLast();
        }
        return found;
    }

    /** Those between two ids: the first excluded, the last included, or without an end. */
    private Comparison page(List<UUID> ids, @Nullable UUID after, @Nullable UUID last) throws IOException {
        // first the index: what changes in between is then newer in the catalogue, and waits already
        Map<String, Indexed> indexed = indexed(after, last);
        long version = listings.nextIndexVersion();
        boolean ahead = indexed.values().stream().anyMatch(document -> document.version() >= version);
        Map<String, String> wanted = wanted(ids);
        Set<UUID> again = new HashSet<>();
        long missing = 0;
        long different = 0;
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            Indexed document = indexed.remove(one.getKey());
            if (document == null || !one.getValue().equals(document.digest())) {
                missing += document == null ? 1 : 0;
                different += document == null ? 0 : 1;
                again.add(UUID.fromString(one.getKey()));
            }
        }
        indexed.keySet().forEach(id -> again.add(UUID.fromString(id)));
        if (!again.isEmpty()) {
            waiting.add(again);
        }
        return new Comparison(wanted.size(), missing, different, indexed.size(), ahead);
    }

    private Map<String, String> wanted(List<UUID> ids) {
        Map<String, String> wanted = new HashMap<>();
        List<IndexedListing> onSale = listings.forIndex(new LinkedHashSet<>(ids)).stream()
                .filter(IndexedListing::onSale)
                .toList();
        documents.all(onSale).forEach(document -> wanted.put(document.id(), document.digest()));
        return wanted;
    }

    private record Indexed(String digest, long version) {}

    private Map<String, Indexed> indexed(@Nullable UUID after, @Nullable UUID last) throws IOException {
        Map<String, Indexed> indexed = new HashMap<>();
        for (Hit<Void> hit : cluster.patient()
                .search(
                        search -> search.index(cluster.alias())
                                .query(between(after, last))
                                .source(source -> source.fetch(false))
                                .docvalueFields(field -> field.field("digest"))
                                .sort(sort -> sort.field(
                                        FieldSort.of(field -> field.field("id").order(SortOrder.Asc))))
                                .version(true)
                                .size(DOCUMENTS_MAX),
                        Void.class)
                .hits()
                .hits()) {
            JsonData digest = hit.fields().get("digest");
            String known = digest == null ? "" : digest.toJson().asJsonArray().getString(0);
            indexed.put(Objects.requireNonNull(hit.id()), new Indexed(known, Objects.requireNonNull(hit.version())));
        }
        return indexed;
    }

    private static Query between(@Nullable UUID after, @Nullable UUID last) {
        return Query.of(query -> query.range(range -> range.term(term -> {
            term.field("id");
            if (after != null) {
                term.gt(after.toString());
            }
            if (last != null) {
                term.lte(last.toString());
            }
            return term;
        })));
    }
}
