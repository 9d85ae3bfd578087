package terrace.bench.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import terrace.search.indexing.JudgedIndex.Goods;

/**
 * Goods, queries, and for each query which goods answer it how well.
 *
 * @param queries what is typed, by its id
 * @param grades by query id: by goods, 1 and more for what answers
 * @param farm ids of the queries about food and farming, none when nobody told
 * @param others goods nobody asked for, to be mixed in
 */
record JudgedSet(
        List<Goods> goods,
        Map<String, String> queries,
        Map<String, Map<UUID, Integer>> grades,
        Set<String> farm,
        List<Goods> others) {
    private static final String ZIP = ".json.zip";
    private static final String CORPUS = "corpus.tsv";
    private static final String RATINGS = "ratings.csv";

    /** @throws MissingException in a plain sentence */
    static JudgedSet read(Path folder) throws IOException, MissingException {
        if (!Files.isDirectory(folder)) {
            throw new MissingException("There is no folder " + folder + ". Name one: -Drelevance.dir=DIR");
        }
        if (Files.exists(folder.resolve(RATINGS))) {
            return graded(folder);
        }
        for (String name : List.of(CORPUS, "queries.tsv", "qrels.trec")) {
            if (!Files.isReadable(folder.resolve(name))) {
                throw new MissingException("The folder " + folder + " has no file " + name
                        + "; needed are corpus.tsv, queries.tsv and qrels.trec, or *.json.zip and ratings.csv.");
            }
        }
        return titled(folder);
    }

    private static JudgedSet titled(Path folder) throws IOException {
        Map<String, UUID> ids = new HashMap<>();
        List<Goods> goods = new ArrayList<>();
        for (String[] line : cells(folder.resolve(CORPUS), "\t")) {
            UUID id = new UUID(1, goods.size());
            ids.put(line[0], id);
            goods.add(new Goods(id, line[1], "", "", 0));
        }
        Map<String, String> queries = new LinkedHashMap<>();
        cells(folder.resolve("queries.tsv"), "\t").forEach(line -> queries.put(line[0], line[1]));
        Map<String, Map<UUID, Integer>> grades = new HashMap<>();
        for (String[] line : cells(folder.resolve("qrels.trec"), "\\s+")) {
            UUID id = ids.get(line[2]);
            if (id != null) {
                grades.computeIfAbsent(line[0], query -> new HashMap<>()).put(id, Integer.parseInt(line[3]));
            }
        }
        List<Goods> others = new ArrayList<>();
        for (String title : linesIfAny(folder.resolve("distractors.txt"))) {
            others.add(new Goods(new UUID(2, others.size()), title, "", "", 0));
        }
        return new JudgedSet(goods, queries, grades, new TreeSet<>(linesIfAny(folder.resolve("agri-ids.txt"))), others);
    }

    private static JudgedSet graded(Path folder) throws IOException, MissingException {
        List<Goods> goods = new ArrayList<>();
        Map<String, UUID> ids = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ZIP))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                addProducts(file, goods, ids);
            }
        }
        if (goods.isEmpty()) {
            throw new MissingException("The folder " + folder + " has ratings.csv, but no products: *.json.zip");
        }
        Map<String, String> queries = new LinkedHashMap<>();
        Map<String, Map<UUID, Integer>> grades = new HashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve(RATINGS));
        for (String line : lines.subList(1, lines.size())) {
            int end = line.lastIndexOf(',');
            int middle = line.lastIndexOf(',', end - 1);
            String query = line.substring(0, middle).replace("\"", "");
            UUID id = ids.get(line.substring(middle + 1, end));
            queries.put(query, query);
            if (id != null) {
                grades.computeIfAbsent(query, asked -> new HashMap<>())
                        .put(id, Integer.parseInt(line.substring(end + 1).strip()));
            }
        }
        return new JudgedSet(goods, queries, grades, Set.of(), List.of());
    }

    private static void addProducts(Path file, List<Goods> goods, Map<String, UUID> ids) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            zip.getNextEntry();
            for (JsonNode product : new ObjectMapper().readTree(zip)) {
                UUID id = new UUID(1, goods.size());
                ids.put(product.path("id").asText(), id);
                goods.add(new Goods(
                        id,
                        product.path("title").asText(),
                        product.path("short_description").asText(),
                        product.path("supplier").asText(),
                        0));
            }
        }
    }

    private static List<String[]> cells(Path file, String between) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> line.split(between))
                    .toList();
        }
    }

    private static List<String> linesIfAny(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    /** Something is not where it should be. */
    static final class MissingException extends Exception {
        MissingException(String sentence) {
            super(sentence);
        }
    }
}
