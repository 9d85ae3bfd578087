package terrace.search.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.search.indexing.IndexedCard;
import terrace.search.vectors.Vector;

/**
 * Goods whose title means nearly what was typed: looked up by the signs of their vectors, and taken when the vectors
 * themselves are near enough.
 */
final class Neighbours {
    static final String VECTOR = "vector";
    /** Of what is stored by document, nothing: columns are read quicker. */
    static final String NONE = "_none_";

    private static final int LOOKED_UP = 100;
    private static final int LOOKED_AT = 150;
    private static final int TAKEN_MAX = 60;

    /** Measured: 19 of 20 titles that have nothing to do with a query lie below, 9 of 10 that answer it above. */
    private static final double NEAR = 0.45;

    private final Vector meaning;

    private Neighbours(Vector meaning) {
        this.meaning = meaning;
    }

    /** Whatever is ticked: the counts of what is not ticked have them too. */
    static Neighbours of(Vector meaning) {
        return new Neighbours(meaning);
    }

    /** Their ids. */
    List<String> in(ElasticsearchClient client, String index) throws IOException {
        List<Float> signs = new ArrayList<>();
        for (byte eight : meaning.signBytes()) {
            signs.add((float) eight);
        }
        SearchResponse<Void> response = client.search(
                search -> search.index(index)
                        .query(query -> query.knn(knn -> knn.field("meaning")
                                .queryVector(signs)
                                .k(LOOKED_UP)
                                .numCandidates(LOOKED_AT)))
                        .storedFields(NONE)
                        .docvalueFields(field -> field.field(VECTOR))
                        .docvalueFields(field -> field.field(IndexedCard.COLUMN))
                        .size(LOOKED_UP),
                Void.class);
        return response.hits().hits().stream()
                .filter(hit -> isNear(Found.column(hit, VECTOR)))
                .limit(TAKEN_MAX)
                .map(hit -> Found.of(hit).card().id().toString())
                .toList();
    }

    private boolean isNear(@Nullable String vector) {
        return vector != null && meaning.cosine(Vector.fromBase64(vector)) >= NEAR;
    }
}
