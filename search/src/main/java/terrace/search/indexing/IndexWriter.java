package terrace.search.indexing;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import terrace.catalog.listings.IndexedListing;
import terrace.catalog.listings.Listings;
import terrace.search.vectors.Vectors;

/**
 * Writes listings into indexes, each document whole and under a version taken before its rows were read. Whoever read
 * later has the higher version and wins, whatever the order of arrival.
 */
@Singleton
class IndexWriter {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Listings listings;
    private final ListingDocuments documents;
    private final SearchCluster cluster;
    private final Vectors vectors;
    private final AtomicLong written = new AtomicLong();

    IndexWriter(Listings listings, ListingDocuments documents, SearchCluster cluster, Vectors vectors) {
        this.listings = listings;
        this.documents = documents;
        this.cluster = cluster;
        this.vectors = vectors;
    }

    /** Brings these listings to what they are now: on the shelf and in, or off it and out. */
    void write(Set<UUID> ids, List<Generation> into) throws IOException {
        if (ids.isEmpty() || into.isEmpty()) {
            return;
        }
        long version = listings.nextIndexVersion();
        write(ids, listings.forIndex(ids), version, into);
    }

    /** The same of listings already read, under the version they were read with. */
    void write(Set<UUID> ids, List<IndexedListing> read, long version, List<Generation> into) throws IOException {
        List<ListingDocument> onShelf =
                documents.all(read.stream().filter(IndexedListing::onSale).toList());
        Set<String> gone = new HashSet<>();
        ids.forEach(id -> gone.add(id.toString()));
        onShelf.forEach(document -> gone.remove(document.id()));
        List<BulkOperation> operations = new ArrayList<>();
        for (Generation generation : into) {
            String index = generation.entrance();
            onShelf.forEach(document -> operations.add(put(index, document, version)));
            gone.forEach(id -> operations.add(takeOut(index, id, version)));
        }
        check(cluster.patient()
                .bulk(BulkRequest.of(bulk -> bulk.requireAlias(true).operations(operations))));
        written.addAndGet(operations.size());
        awaitVectors(onShelf);
    }

    /** After the documents were written: whoever makes a vector has its listing written again. */
    private void awaitVectors(List<ListingDocument> onShelf) {
        Map<UUID, String> without = new HashMap<>();
        for (ListingDocument document : onShelf) {
            if (document.language().vector() == null) {
                without.put(UUID.fromString(document.id()), document.language().characters());
            }
        }
        vectors.await(without);
    }

    long written() {
        return written.get();
    }

    private static BulkOperation put(String index, ListingDocument document, long version) {
        return BulkOperation.of(operation -> operation.index(one -> one.index(index)
                .id(document.id())
                .version(version)
                .versionType(VersionType.External)
                .document(document)));
    }

    private static BulkOperation takeOut(String index, String id, long version) {
        return BulkOperation.of(operation ->
                operation.delete(one -> one.index(index).id(id).version(version).versionType(VersionType.External)));
    }

    /** A conflict means that somebody who read later was here before us, which is as it should be. */
    private void check(BulkResponse response) {
        if (!response.errors()) {
            return;
        }
        for (BulkResponseItem item : response.items()) {
            ErrorCause error = item.error();
            if (error != null && item.status() != CONFLICT) {
                if (item.status() == NOT_FOUND) {
                    // the index is gone; the keeper looks when it is told that there is nothing to search in
                    cluster.searchable(false);
                }
                throw new IllegalStateException(
                        "Elasticsearch refused listing " + item.id() + " in " + item.index() + ": " + error.reason());
            }
        }
    }
}
