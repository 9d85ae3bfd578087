package terrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.search.vectors.Vector;
import terrace.search.vectors.Vectors;
import terrace.search.words.Spelling;
import terrace.search.words.Words;

/**
 * An index of its own, of goods that are in no catalogue, made the way ours is. It stands in the package of what it
 * measures, as a test would.
 */
public final class JudgedIndex {
    public static final String NAME = "terrace-judged";

    private static final int BATCH = 500;

    private final ElasticsearchClient client;
    private final ListingDocuments documents;
    private final Words words;
    private final Vectors vectors;

    private JudgedIndex(ElasticsearchClient client, ApplicationContext context) {
        this.client = client;
        this.documents = context.getBean(ListingDocuments.class);
        this.words = context.getBean(Words.class);
        this.vectors = context.getBean(Vectors.class);
    }

    /** Starts the embedded node, or goes to the cluster that is named, and waits until it answers. */
    public static JudgedIndex open(ApplicationContext context) throws IOException, InterruptedException {
        SearchCluster cluster = context.getBean(SearchCluster.class);
        while (!cluster.connect()) {
            Thread.sleep(200);
        }
        context.getBean(Words.class).load();
        context.getBean(Vectors.class).load();
        return new JudgedIndex(cluster.patient(), context);
    }

    public ElasticsearchClient client() {
        return client;
    }

    /** What is sold in this index, and nothing else. */
    public void fill(List<Goods> all) throws IOException {
        client.indices().delete(gone -> gone.index(NAME).ignoreUnavailable(true));
        client.indices().create(create -> create.index(NAME).withJson(new StringReader(ListingMapping.JSON)));
        for (int from = 0; from < all.size(); from += BATCH) {
            add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        client.indices().refresh(refresh -> refresh.index(NAME));
        client.indices().forcemerge(merge -> merge.index(NAME).maxNumSegments(1L));
    }

    private void add(List<Goods> some) throws IOException {
        Map<String, Vector> made = vectors.make(some.stream()
                .map(goods -> Spelling.fold(goods.title()))
                .distinct()
                .toList());
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(NAME);
        for (Goods goods : some) {
            bulk.operations(operation ->
                    operation.index(one -> one.id(goods.id().toString()).document(document(goods, made))));
        }
        BulkResponse response = client.bulk(bulk.build());
        if (response.errors()) {
            throw new IOException("a document was refused: "
                    + response.items().stream()
                            .filter(item -> item.error() != null)
                            .findFirst());
        }
    }

    /** All alike but for what is said of them: equal sales, equal stock. */
    private ListingDocument document(Goods goods, Map<String, Vector> made) {
        List<String> said = words.toIndex(goods.title());
        Set<String> about = new LinkedHashSet<>(said);
        about.addAll(words.toIndex(goods.seller()));
        Language language = documents.language(goods.title(), said, about, goods.story(), made);
        return new ListingDocument(
                        goods.id().toString(),
                        goods.title(),
                        language,
                        List.of(),
                        List.of(),
                        "",
                        "",
                        false,
                        true,
                        new UUID(0, 0).toString(),
                        "",
                        1_000,
                        goods.grams(),
                        null,
                        0,
                        Rating.NONE,
                        0,
                        new UUID(0, 0).toString(),
                        List.of(),
                        null,
                        "",
                        "")
                .sealed();
    }

    /** One of the goods: what it is called, what is told of it, and who sells it. */
    public record Goods(UUID id, String title, String story, String seller, long grams) {}
}
