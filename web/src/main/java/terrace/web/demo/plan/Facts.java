package terrace.web.demo.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Storage;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.pavilions.Pavilion;

/** What is known before the market is built; read from the tables in {@code /demo}. */
public record Facts(
        List<CategoryFact> categories,
        List<Question> questions,
        Map<String, String> freshness,
        Map<String, Goods> goods,
        Map<String, County> counties,
        List<Speciality> specialities,
        List<Seller> sellers,
        List<House> houses,
        List<PartnerFact> partners,
        List<Buyer> buyers,
        List<Drive> drives) {

    /** @param group code in the Nice classification; null: several, or none of food and farm goods */
    public record CategoryFact(
            String slug,
            String zh,
            String en,
            @Nullable String parent,
            @Nullable String group) {}

    /**
     * What goods of a category are asked.
     *
     * @param choices Chinese and English with a colon between
     * @param samples answers of which one falls to each of the goods
     */
    public record Question(
            String category,
            String kind,
            String zh,
            String en,
            String unit,
            boolean required,
            List<String> choices,
            List<String> samples) {
        public UUID id() {
            return Seed.id(0, "attribute", category, zh);
        }

        /** The answer that falls to a listing. */
        public String answer(UUID listing) {
            return Seed.pick(samples, zh, listing.toString());
        }
    }

    /**
     * What holds for all products of a leaf category.
     *
     * @param nouns what such goods are called where a county has no name of its own for them
     * @param low the lowest retail price in fen per 500 g
     * @param grams weights of usual packs, ascending
     * @param words what a merchant adds to a title
     * @param verb how the goods come to be: harvested, picked, smoked
     * @param serving half a sentence on how to use them
     */
    public record Goods(
            String category,
            List<String> nouns,
            String motif,
            Storage storage,
            int shelfLifeDays,
            boolean perishable,
            int low,
            int high,
            List<Integer> grams,
            List<String> packs,
            List<String> words,
            String verb,
            Vat vat,
            String serving) {}

    /** How goods are taxed when who grew them sells them, and otherwise. */
    public enum Vat {
        EXEMPT,
        NINE,
        THIRTEEN
    }

    /** A county and one plain sentence about it. */
    public record County(String code, String name, String ground) {}

    /**
     * What a county is known for.
     *
     * @param season months such as {@code 11-1}, or {@code all}
     * @param low the lowest retail price in fen per 500 g
     */
    public record Speciality(String county, String product, String category, String season, int low, int high) {}

    /** A made-up merchant. */
    public record Seller(String code, String name, Merchant.Kind kind, String county) {}

    /**
     * A pavilion.
     *
     * @param members whose merchants are added by name: province codes, {@code root:category} or {@code kind:KIND}
     */
    public record House(
            String code,
            Pavilion.Kind kind,
            @Nullable String province,
            String zh,
            String en,
            String summaryZh,
            String summaryEn,
            int position,
            List<String> partners,
            List<String> members) {}

    /**
     * A campaign.
     *
     * @param starts days from today, before it when negative
     * @param county where its goods come from
     */
    public record Drive(
            String slug,
            String zh,
            String en,
            String storyZh,
            String storyEn,
            int goalJin,
            int starts,
            int ends,
            String partner,
            int households,
            String county,
            String category) {

        /** The listings that are sold in it. */
        public List<PlannedListing> goodsAmong(List<PlannedListing> listings) {
            return listings.stream()
                    .filter(listing -> listing.county().equals(county)
                            && listing.goods().category().equals(category))
                    .toList();
        }
    }

    public record PartnerFact(String code, String zh, String en) {}

    /** A made-up member. */
    public record Buyer(String signInName, String name, String phone, String county, String street) {}

    public Goods goodsOf(String category) {
        return Objects.requireNonNull(goods.get(category), category);
    }

    public County countyOf(String code) {
        return Objects.requireNonNull(counties.get(code), code);
    }

    /** For every category the branch of the tree that it hangs on. */
    public Map<String, String> roots() {
        Map<String, String> roots = new HashMap<>();
        for (CategoryFact category : categories) {
            String parent = category.parent();
            roots.put(category.slug(), parent == null ? category.slug() : Objects.requireNonNull(roots.get(parent)));
        }
        return roots;
    }

    /** Which way goods of a category go, and of all below it. */
    public static Map<String, String> directions() {
        return Table.read("directions.tsv").stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.text(0), row -> row.text(1)));
    }

    public static Facts load() {
        return new Facts(
                Table.read("categories.tsv").stream()
                        .map(row -> new CategoryFact(
                                row.text(0), row.text(1), row.text(2), orNull(row.text(3)), orNull(row.text(4))))
                        .toList(),
                Table.read("attributes.tsv").stream().map(Facts::question).toList(),
                Table.read("freshness.tsv").stream()
                        .collect(Collectors.toUnmodifiableMap(row -> row.text(0), row -> row.text(1))),
                byKey(Table.read("produce.tsv").stream().map(Facts::goods).toList(), Goods::category),
                byKey(
                        Table.read("counties.tsv").stream()
                                .map(row -> new County(row.text(0), row.text(1), row.text(2)))
                                .toList(),
                        County::code),
                Table.read("specialities.tsv").stream().map(Facts::speciality).toList(),
                Table.read("merchants.tsv").stream()
                        .map(row ->
                                new Seller(row.text(0), row.text(1), Merchant.Kind.valueOf(row.text(2)), row.text(3)))
                        .toList(),
                Table.read("pavilions.tsv").stream().map(Facts::house).toList(),
                Table.read("partners.tsv").stream()
                        .map(row -> new PartnerFact(row.text(0), row.text(1), row.text(2)))
                        .toList(),
                Table.read("members.tsv").stream()
                        .map(row -> new Buyer(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)))
                        .toList(),
                Table.read("drives.tsv").stream().map(Facts::drive).toList());
    }

    private static Question question(Table.Row row) {
        List<String> choices = row.list(6, "/");
        List<String> samples = row.text(1).equals("TEXT") ? List.of(row.text(7)) : row.list(7, "/");
        return new Question(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5).equals("y"),
                choices,
                samples.isEmpty()
                        ? choices.stream()
                                .map(choice -> choice.substring(0, choice.indexOf(':')))
                                .toList()
                        : samples);
    }

    private static Goods goods(Table.Row row) {
        return new Goods(
                row.text(0),
                row.list(1, "/"),
                row.text(2),
                Storage.valueOf(row.text(3)),
                row.number(4),
                row.text(5).equals("y"),
                row.number(6),
                row.number(7),
                row.list(8, "/").stream().map(Integer::valueOf).toList(),
                row.list(9, "/"),
                row.list(10, "/"),
                row.text(11),
                Vat.valueOf(row.text(12)),
                row.text(13));
    }

    private static Speciality speciality(Table.Row row) {
        return new Speciality(row.text(0), row.text(2), row.text(3), row.text(4), row.number(5), row.number(6));
    }

    private static House house(Table.Row row) {
        return new House(
                row.text(0),
                Pavilion.Kind.valueOf(row.text(1)),
                orNull(row.text(2)),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.number(7),
                row.list(8, ","),
                row.list(9, ","));
    }

    private static Drive drive(Table.Row row) {
        return new Drive(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.text(8),
                row.number(9),
                row.text(10),
                row.text(11));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <T> Map<String, T> byKey(List<T> facts, Function<T, String> key) {
        return facts.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
