package terrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.micronaut.context.ApplicationContext;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.listings.Listings;
import terrace.search.vectors.VectorProgress;
import terrace.search.vectors.Vectors;
import terrace.search.words.Words;

/** What the index takes: to be built anew, to show a change, and to hold far more goods than there are. */
public final class IndexTrial {
    public static final String MANY = "terrace-many";

    private static final int PAGE = 1_000;
    private static final int BATCH = 1_000;
    private static final int WRITERS = 2;

    /** Who change prices at once, at most. */
    private static final int MERCHANTS = 8;

    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long VISIBLE_NANOS_MAX = 30_000_000_000L;
    private static final long SEED = 20_261_121L;

    private final ApplicationContext context;

    public IndexTrial(ApplicationContext context) {
        this.context = context;
    }

    /** Waits until the index answers and no title waits for its vector; returns how many vectors there are. */
    public long awaitAll() throws InterruptedException {
        Indexing indexing = context.getBean(Indexing.class);
        Vectors vectors = context.getBean(Vectors.class);
        while (!indexing.status().answering()
                || !vectors.ready()
                || vectors.progress().waiting() > 0) {
            Thread.sleep(500);
        }
        VectorProgress progress = vectors.progress();
        return progress.texts();
    }

    /** Seconds for a whole new generation, until searches go to it. */
    public double rebuildSeconds() {
        long begun = System.nanoTime();
        context.getBean(Indexing.class).reindex();
        return (System.nanoTime() - begun) / 1e9;
    }

    /**
     * Changes prices at an even pace, each of another listing, and after a warm-up watches every tenth until a search
     * shows it. One watcher asks for all of them together, so that looking costs little beside what is looked at.
     *
     * @return nanoseconds from the end of the change's transaction, of those watched
     */
    public long[] visible(int perSecond, int warmUpSeconds, int seconds)
            throws InterruptedException, ExecutionException {
        Listings listings = context.getBean(Listings.class);
        List<Listing> chosen = some(listings, perSecond * (warmUpSeconds + seconds));
        Map<String, Awaited> awaited = new ConcurrentHashMap<>();
        AtomicBoolean ended = new AtomicBoolean();
        long begun = System.nanoTime();
        try (ExecutorService watcher = Executors.newSingleThreadExecutor();
                ExecutorService merchants = Executors.newFixedThreadPool(MERCHANTS)) {
            Future<List<Long>> watching = watcher.submit(() -> watch(awaited, ended));
            for (int number = 0; number < chosen.size(); number++) {
                long due = begun + number * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                Listing listing = chosen.get(number);
                boolean watched = number >= perSecond * warmUpSeconds && number % 10 == 0;
                merchants.execute(() -> {
                    long fen = listing.skus().getFirst().priceFen() + 1;
                    listings.changePrice(listing.skus().getFirst().id(), fen);
                    if (watched) {
                        awaited.put(listing.id().toString(), new Awaited(fen, System.nanoTime()));
                    }
                });
            }
            merchants.shutdown();
            merchants.awaitTermination(VISIBLE_NANOS_MAX, TimeUnit.NANOSECONDS);
            ended.set(true);
            return watching.get().stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** @param since when its transaction had ended */
    private record Awaited(long fen, long since) {}

    /** Until all changes came and each is shown, or is given up. */
    private List<Long> watch(Map<String, Awaited> awaited, AtomicBoolean ended)
            throws IOException, InterruptedException {
        List<Long> took = new ArrayList<>();
        while (!ended.get() || !awaited.isEmpty()) {
            Set<String> shown = awaited.isEmpty() ? Set.of() : shown(Map.copyOf(awaited));
            long now = System.nanoTime();
            awaited.entrySet().removeIf(one -> {
                long passed = now - one.getValue().since();
                boolean over = shown.contains(one.getKey()) || passed > VISIBLE_NANOS_MAX;
                if (over) {
                    took.add(passed);
                }
                return over;
            });
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return took;
    }

    private Set<String> shown(Map<String, Awaited> awaited) throws IOException {
        SearchCluster cluster = context.getBean(SearchCluster.class);
        List<FieldValue> ids = awaited.keySet().stream().map(FieldValue::of).toList();
        List<Hit<Void>> found = cluster.patient()
                .search(
                        search -> search.index(cluster.alias())
                                .query(query -> query.bool(bool -> bool.filter(
                                        one -> one.terms(all -> all.field("id").terms(value -> value.value(ids))))))
                                .size(ids.size())
                                .storedFields("_none_")
                                .docvalueFields(field -> field.field("id"))
                                .docvalueFields(field -> field.field("priceFen")),
                        Void.class)
                .hits()
                .hits();
        Set<String> shown = new HashSet<>();
        for (Hit<Void> hit : found) {
            String id = values(hit, "id").getString(0);
            Awaited one = awaited.get(id);
            if (one != null && values(hit, "priceFen").getJsonNumber(0).longValue() == one.fen()) {
                shown.add(id);
            }
        }
        return shown;
    }

    private static List<Listing> some(Listings listings, int count) {
        List<UUID> ids = new ArrayList<>();
        for (List<UUID> page = listings.pageOfIds(null, PAGE);
                !page.isEmpty();
                page = listings.pageOfIds(page.getLast(), PAGE)) {
            ids.addAll(page);
        }
        Collections.shuffle(ids, new Random(SEED));
        List<UUID> drawn = ids.subList(0, Math.min(count, ids.size()));
        List<Listing> chosen = new ArrayList<>();
        for (int from = 0; from < drawn.size(); from += PAGE) {
            chosen.addAll(listings.byIds(Set.copyOf(drawn.subList(from, Math.min(from + PAGE, drawn.size()))))
                    .values());
        }
        return chosen;
    }

    private static JsonArray values(Hit<Void> hit, String column) {
        return Objects.requireNonNull(hit.fields().get(column)).toJson().asJsonArray();
    }

    /** An index of very many goods, without vectors. */
    public ElasticsearchClient fill(List<Thing> things, int copies, List<String> endings)
            throws IOException, InterruptedException {
        SearchCluster cluster = context.getBean(SearchCluster.class);
        while (!cluster.connect()) {
            Thread.sleep(200);
        }
        context.getBean(Words.class).load();
        ElasticsearchClient client = cluster.patient();
        client.indices().delete(gone -> gone.index(MANY).ignoreUnavailable(true));
        client.indices().create(create -> create.index(MANY).withJson(new StringReader(ListingMapping.JSON)));
        client.indices()
                .putSettings(put -> put.index(MANY).settings(all -> all.refreshInterval(time -> time.time("-1"))));
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int copy = 0; copy < copies; copy++) {
                String ending = endings.get(copy % endings.size());
                for (int from = 0; from < things.size(); from += BATCH) {
                    List<Thing> some = things.subList(from, Math.min(from + BATCH, things.size()));
                    int number = copy;
                    threads.execute(() -> add(client, some, number, ending));
                }
            }
        }
        client.indices().refresh(refresh -> refresh.index(MANY));
        client.indices().forcemerge(merge -> merge.index(MANY).maxNumSegments(1L));
        return client;
    }

    private void add(ElasticsearchClient client, List<Thing> some, int copy, String ending) {
        try {
            ListingDocuments documents = context.getBean(ListingDocuments.class);
            BulkRequest.Builder bulk = new BulkRequest.Builder().index(MANY);
            for (Thing thing : some) {
                ListingDocument document = document(documents, thing, copy, ending);
                bulk.operations(operation ->
                        operation.index(one -> one.id(document.id()).document(document)));
            }
            if (client.bulk(bulk.build()).errors()) {
                throw new IOException("a document was refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListingDocument document(ListingDocuments documents, Thing thing, int copy, String ending) {
        String title = thing.title() + ending;
        List<String> said = context.getBean(Words.class).toIndex(title);
        Set<String> about = new LinkedHashSet<>(said);
        about.add(thing.place());
        Language language = documents.language(title, said, about, thing.story(), Map.of());
        long chance = thing.id().getLeastSignificantBits() + copy * 7_919L;
        return new ListingDocument(
                        new UUID(copy, thing.id().getLeastSignificantBits()).toString(),
                        title,
                        language,
                        said,
                        List.of(thing.category()),
                        thing.county().substring(0, 2),
                        thing.county(),
                        true,
                        Math.floorMod(chance, 20) != 0,
                        new UUID(0, Math.floorMod(chance, 4_000)).toString(),
                        "",
                        thing.priceFen(),
                        thing.grams(),
                        thing.grams() == 0 ? 0 : thing.priceFen() * 500 / thing.grams(),
                        Math.floorMod(chance, 977),
                        Rating.NONE,
                        0,
                        new UUID(0, 0).toString(),
                        List.of(),
                        null,
                        "",
                        "")
                .sealed();
    }

    /** One of the goods planned for a market. */
    public record Thing(
            UUID id,
            String title,
            String story,
            String place,
            String county,
            String category,
            long priceFen,
            long grams) {}
}
