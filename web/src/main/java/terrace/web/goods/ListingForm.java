package terrace.web.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.categories.Attribute;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.web.pages.Form;

/** A listing as fields of a form, and back. Sizes are numbered rows; an empty row is no size. */
final class ListingForm {
    private static final int SKUS_MAX = 50;
    private static final List<String> PARTS = List.of("-id", "-name", "-price", "-grams", "-code");
    private static final String ATTRIBUTE = "attr-";
    private static final UUID NONE = new UUID(0, 0);

    private ListingForm() {}

    static Map<String, String> fields(NewListing listing, long version) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", listing.id().toString());
        fields.put("version", Long.toString(version));
        fields.put("title", listing.title());
        About about = listing.about();
        Keeping keeping = about.keeping();
        fields.put("category", about.categoryId().toString());
        fields.put("story", about.story());
        fields.put("province", about.origin().provinceCode());
        fields.put("countyCode", about.origin().countyCode());
        fields.put("village", about.origin().village());
        fields.put("motif", about.looks().motif());
        fields.put("certificates", about.proof().certificates());
        fields.put("storage", keeping.storage().name());
        fields.put("shelfLifeDays", keeping.byWeight() ? Integer.toString(keeping.shelfLifeDays()) : "");
        fields.put("season", keeping.season());
        fields.put("perishable", keeping.perishable() ? "true" : "");
        fields.put("harvestToShipHours", keeping.harvestToShipHours() == 0 ? "" : "" + keeping.harvestToShipHours());
        fields.put("vatKind", about.vatKind().name());
        fields.put("freight", about.freightTemplateId().toString());
        about.attributes().forEach((attribute, answer) -> fields.put(ATTRIBUTE + attribute, answer));
        int row = 0;
        for (NewSku sku : listing.skus()) {
            String at = "sku-" + row++;
            fields.put(at + "-id", sku.id().toString());
            fields.put(at + "-name", sku.name());
            fields.put(at + "-price", Money.yuan(sku.priceFen()));
            fields.put(at + "-grams", Long.toString(sku.grams()));
            fields.put(at + "-code", sku.code());
        }
        return fields;
    }

    /** One more row for a size, its id minted. */
    static Map<String, String> withRow(Map<String, String> fields) {
        int row = rows(fields);
        Map<String, String> more = new HashMap<>(fields);
        if (row < SKUS_MAX) {
            more.put("sku-" + row + "-id", Ids.next().toString());
        }
        return more;
    }

    /** What was typed, with the sizes somebody else added meanwhile in their places. */
    static Map<String, String> merged(Map<String, String> typed, NewListing present) {
        Map<String, String> merged = new HashMap<>(typed);
        Map<String, Integer> mine = new LinkedHashMap<>();
        for (int row = 0; row < rows(typed); row++) {
            mine.put(typed.getOrDefault("sku-" + row + "-id", ""), row);
            int at = row;
            PARTS.forEach(part -> merged.remove("sku-" + at + part));
        }
        Map<String, String> theirs = fields(present, 0);
        int next = 0;
        for (; next < present.skus().size(); next++) {
            Integer row = mine.remove(present.skus().get(next).id().toString());
            copy(row == null ? theirs : typed, row == null ? next : row, merged, next);
        }
        for (int row : mine.values()) {
            copy(typed, row, merged, next++);
        }
        return merged;
    }

    private static void copy(Map<String, String> from, int row, Map<String, String> to, int at) {
        PARTS.forEach(part -> to.put("sku-" + at + part, from.getOrDefault("sku-" + row + part, "")));
    }

    static int rows(Map<String, String> fields) {
        int rows = 0;
        while (rows < SKUS_MAX && fields.containsKey("sku-" + rows + "-id")) {
            rows++;
        }
        return rows;
    }

    /**
     * What cannot be read at all; the rules of the trade are the doors'.
     *
     * @param asked of goods of the category
     */
    static Form checked(Map<String, String> typed, List<Attribute> asked) {
        Form form = Form.of(typed);
        for (Attribute attribute : asked) {
            Optional<Attribute.Problem> problem = attribute.problem(answer(typed, attribute));
            if (problem.isPresent()) {
                form = form.with(field(attribute), "goods.attribute." + problem.get());
            }
        }
        String days = typed.getOrDefault("shelfLifeDays", "");
        if (!days.isBlank() && number(days).isEmpty()) {
            form = form.with("shelfLifeDays", "goods.fault.SHELF_LIFE");
        }
        String hours = typed.getOrDefault("harvestToShipHours", "");
        if (!hours.isBlank() && number(hours).isEmpty()) {
            form = form.with("harvestToShipHours", "goods.fault.HARVEST_TO_SHIP");
        }
        for (int row : filled(typed)) {
            String at = "sku-" + row;
            OptionalLong fen = Money.fen(typed.getOrDefault(at + "-price", ""));
            if (fen.isEmpty() || fen.getAsLong() == 0) {
                form = form.with(at + "-price", "goods.fault.PRICE_RANGE");
            }
            if (number(typed.getOrDefault(at + "-grams", "")).isEmpty()) {
                form = form.with(at + "-grams", "goods.fault.GRAMS_RANGE");
            }
        }
        return form;
    }

    /** To be called when {@link #checked} found nothing. */
    static NewListing listing(UUID id, UUID merchantId, Map<String, String> typed, List<Attribute> asked) {
        List<NewSku> skus = new ArrayList<>();
        for (int row : filled(typed)) {
            String at = "sku-" + row;
            skus.add(new NewSku(
                    Ids.read(typed.getOrDefault(at + "-id", "")).orElse(NONE),
                    typed.getOrDefault(at + "-name", "").strip(),
                    Money.fen(typed.getOrDefault(at + "-price", "")).orElse(0),
                    number(typed.getOrDefault(at + "-grams", "")).orElse(0),
                    typed.getOrDefault(at + "-code", "").strip()));
        }
        return new NewListing(
                id,
                merchantId,
                new About(
                        Ids.read(typed.getOrDefault("category", "")).orElse(NONE),
                        typed.getOrDefault("title", ""),
                        typed.getOrDefault("story", "").replace("\r\n", "\n"),
                        new Origin(typed.getOrDefault("countyCode", ""), typed.getOrDefault("village", "")),
                        new Looks(typed.getOrDefault("motif", "")),
                        new Proof(typed.getOrDefault("certificates", "")),
                        new Keeping(
                                named(Storage.values(), typed.getOrDefault("storage", "")),
                                whole(typed.getOrDefault("shelfLifeDays", "")),
                                typed.getOrDefault("season", ""),
                                typed.containsKey("perishable"),
                                whole(typed.getOrDefault("harvestToShipHours", ""))),
                        asked.stream()
                                .filter(attribute -> !answer(typed, attribute).isEmpty())
                                .collect(Collectors.toMap(Attribute::id, attribute -> answer(typed, attribute))),
                        named(VatKind.values(), typed.getOrDefault("vatKind", "")),
                        Ids.read(typed.getOrDefault("freight", "")).orElse(NONE)),
                skus);
    }

    static String field(Attribute attribute) {
        return ATTRIBUTE + attribute.id();
    }

    private static String answer(Map<String, String> typed, Attribute attribute) {
        return attribute.kept(typed.getOrDefault(field(attribute), ""));
    }

    static Form with(Form form, Iterable<Fault> faults) {
        Form told = form;
        for (Fault fault : faults) {
            told = told.with(field(fault), "goods.fault." + fault.name());
        }
        return told;
    }

    private static String field(Fault fault) {
        return switch (fault) {
            case TITLE_LENGTH -> "title";
            case STORY_LENGTH -> "story";
            case SHORT_TEXT_LENGTH -> "village";
            case CATEGORY_UNKNOWN, CATEGORY_RETIRED, ATTRIBUTE, NOT_PERISHABLE -> "category";
            case COUNTY_UNKNOWN -> "countyCode";
            case MOTIF_FORM -> "motif";
            case SHELF_LIFE -> "shelfLifeDays";
            case HARVEST_TO_SHIP -> "harvestToShipHours";
            case FREIGHT_NOT_THE_MERCHANTS -> "freight";
            case SKU_MISSING, SKU_TOO_MANY, SKU_NAME, SKU_NAME_TWICE -> "sku-0-name";
            case PRICE_RANGE -> "sku-0-price";
            case GRAMS_RANGE -> "sku-0-grams";
        };
    }

    private static List<Integer> filled(Map<String, String> typed) {
        List<Integer> filled = new ArrayList<>();
        for (int row = 0; row < rows(typed); row++) {
            String at = "sku-" + row;
            String all = typed.getOrDefault(at + "-name", "")
                    + typed.getOrDefault(at + "-price", "")
                    + typed.getOrDefault(at + "-grams", "");
            if (!all.isBlank()) {
                filled.add(row);
            }
        }
        return filled;
    }

    static OptionalLong number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static int whole(String text) {
        return (int) Math.min(number(text).orElse(0), Integer.MAX_VALUE);
    }

    /** The first where nobody's form would say so. */
    private static <E extends Enum<E>> E named(E[] all, String name) {
        for (E each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return all[0];
    }
}
