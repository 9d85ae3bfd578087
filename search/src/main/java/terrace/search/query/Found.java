package terrace.search.query;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.json.JsonData;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import terrace.search.indexing.IndexedCard;
import terrace.search.vectors.Vector;

/** One of the goods the index found, with what tells how well it fits. */
record Found(IndexedCard card, Hit<?> hit) {

    static List<Found> in(HitsMetadata<?> hits) {
        return hits.hits().stream().map(Found::of).toList();
    }

    static Found of(Hit<?> hit) {
        String packed = Objects.requireNonNull(column(hit, IndexedCard.COLUMN), "a hit without a card");
        return new Found(IndexedCard.unpacked(packed), hit);
    }

    /** How near its title comes to a meaning; null when it was not asked for, or there is no vector of it yet. */
    @Nullable
    Double cosine(Vector meaning) {
        String vector = column(hit, Neighbours.VECTOR);
        return vector == null ? null : meaning.cosine(Vector.fromBase64(vector));
    }

    /** The one value of a column that was asked for; null when the document has none. */
    static @Nullable String column(Hit<?> hit, String name) {
        JsonData value = hit.fields().get(name);
        return value == null ? null : value.toJson().asJsonArray().getString(0);
    }
}
