package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.Freshness;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Listings;
import terrace.catalog.media.Motif;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.marketplace.money.Money;

/** Checks rows one by one and against each other, and turns good ones into goods. */
@Singleton
class RowRules {
    private static final long GRAMS_MAX = 10_000_000;
    private static final long STOCK_MAX = 10_000_000;
    private static final long SHELF_LIFE_MAX = 36_500;
    private static final int TITLE_CHARS_MIN = 2;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}(\\.0+)?");

    private final Places places;
    private final Categories categories;
    private final Answers answers;

    RowRules(Places places, Categories categories, Answers answers) {
        this.places = places;
        this.categories = categories;
        this.answers = answers;
    }

    /**
     * The same rows, each with all that is wrong with it.
     *
     * @param known codes of goods that are there already
     */
    List<SheetRow> check(List<SheetRow> rows, List<FreightTemplate> freight, Set<String> known) {
        Map<String, SheetRow> firstOfCode = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<SheetRow> checked = new ArrayList<>(rows.size());
        for (SheetRow row : rows) {
            List<SheetFault> faults = new ArrayList<>(row.faults());
            cells(row, faults);
            choices(row, faults);
            places(row, faults);
            kind(row, !known.contains(row.cell(Column.CODE)), faults);
            freight(row, freight, faults);
            String code = row.cell(Column.CODE);
            SheetRow first = firstOfCode.putIfAbsent(code, row);
            if (first != null && !code.isEmpty()) {
                differences(first, row, faults);
            }
            if (!code.isEmpty() && !seen.add(code + "\n" + row.cell(Column.SKU))) {
                faults.add(new SheetFault(Column.SKU, Reason.TWICE, row.cell(Column.SKU)));
            }
            checked.add(new SheetRow(row.number(), row.cells(), List.copyOf(faults)));
        }
        return checked;
    }

    private static void cells(SheetRow row, List<SheetFault> faults) {
        for (Column column : Column.values()) {
            String text = row.cell(column);
            if (text.isEmpty() && column.required()) {
                faults.add(new SheetFault(column, Reason.MISSING, ""));
            } else if (text.codePointCount(0, text.length()) > column.charsMax()) {
                faults.add(new SheetFault(column, Reason.TOO_LONG, Integer.toString(column.charsMax())));
            }
        }
        String title = row.cell(Column.TITLE);
        if (!title.isEmpty() && title.codePointCount(0, title.length()) < TITLE_CHARS_MIN) {
            faults.add(new SheetFault(Column.TITLE, Reason.OUT_OF_RANGE, Integer.toString(TITLE_CHARS_MIN)));
        }
        number(row, Column.GRAMS, 1, GRAMS_MAX, faults);
        number(row, Column.STOCK, 0, STOCK_MAX, faults);
        number(row, Column.SHELF_LIFE, 0, SHELF_LIFE_MAX, faults);
        number(row, Column.HARVEST_TO_SHIP, 0, Listings.HARVEST_TO_SHIP_HOURS_MAX, faults);
        price(row, faults);
    }

    private static void number(SheetRow row, Column column, long least, long most, List<SheetFault> faults) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            return;
        }
        OptionalLong number = whole(text);
        if (number.isEmpty()) {
            faults.add(new SheetFault(column, Reason.NOT_A_NUMBER, text));
        } else if (number.getAsLong() < least || number.getAsLong() > most) {
            faults.add(new SheetFault(column, Reason.OUT_OF_RANGE, least + "–" + most));
        }
    }

    private static void price(SheetRow row, List<SheetFault> faults) {
        String text = row.cell(Column.PRICE);
        if (text.isEmpty()) {
            return;
        }
        OptionalLong fen = Money.fen(text);
        if (fen.isEmpty()) {
            faults.add(new SheetFault(Column.PRICE, Reason.NOT_A_NUMBER, text));
        } else if (fen.getAsLong() < 1 || fen.getAsLong() > Listings.PRICE_FEN_MAX) {
            faults.add(
                    new SheetFault(Column.PRICE, Reason.OUT_OF_RANGE, "0.01–" + Money.grouped(Listings.PRICE_FEN_MAX)));
        }
    }

    private static void choices(SheetRow row, List<SheetFault> faults) {
        choice(row, Column.STORAGE, Words.STORAGE, faults);
        choice(row, Column.VAT, Words.VAT, faults);
        choice(row, Column.PERISHABLE, Words.YES_NO, faults);
    }

    private static void choice(SheetRow row, Column column, Map<String, ?> words, List<SheetFault> faults) {
        if (!row.cell(column).isEmpty() && !words.containsKey(row.cell(column))) {
            faults.add(new SheetFault(
                    column,
                    Reason.CHOICE_UNKNOWN,
                    String.join("、", words.keySet().stream().sorted().toList())));
        }
    }

    private void places(SheetRow row, List<SheetFault> faults) {
        String county = row.cell(Column.COUNTY);
        if (!county.isEmpty()) {
            one(places.counties(county), Column.COUNTY, Reason.COUNTY_UNKNOWN, Reason.COUNTY_AMBIGUOUS, row, faults);
        }
        String category = row.cell(Column.CATEGORY);
        if (!category.isEmpty()) {
            one(
                    places.categories(category),
                    Column.CATEGORY,
                    Reason.CATEGORY_UNKNOWN,
                    Reason.CATEGORY_AMBIGUOUS,
                    row,
                    faults);
        }
    }

    private void kind(SheetRow row, boolean fresh, List<SheetFault> faults) {
        List<Category> found = places.categories(row.cell(Column.CATEGORY));
        if (found.size() != 1) {
            return;
        }
        UUID category = found.getFirst().id();
        if (fresh && !categories.takesGoods(category)) {
            faults.add(new SheetFault(Column.CATEGORY, Reason.CATEGORY_RETIRED, row.cell(Column.CATEGORY)));
        }
        if (categories.freshnessOf(category) == Freshness.KEEPS
                && Words.YES_NO.getOrDefault(row.cell(Column.PERISHABLE), false)) {
            faults.add(new SheetFault(Column.PERISHABLE, Reason.NOT_PERISHABLE, ""));
        }
        if (categories.mustSayHowLong(category)
                && whole(row.cell(Column.SHELF_LIFE)).equals(OptionalLong.of(0))) {
            faults.add(new SheetFault(Column.SHELF_LIFE, Reason.OUT_OF_RANGE, "1–" + SHELF_LIFE_MAX));
        }
        faults.addAll(answers.faults(category, row.cell(Column.ATTRIBUTES), fresh));
    }

    private static void one(
            List<?> found, Column column, Reason none, Reason several, SheetRow row, List<SheetFault> faults) {
        if (found.size() != 1) {
            faults.add(new SheetFault(column, found.isEmpty() ? none : several, row.cell(column)));
        }
    }

    private static void freight(SheetRow row, List<FreightTemplate> freight, List<SheetFault> faults) {
        if (freight.isEmpty()) {
            faults.add(new SheetFault(Column.FREIGHT, Reason.FREIGHT_MISSING, ""));
        } else if (!row.cell(Column.FREIGHT).isEmpty()
                && freight.stream().noneMatch(template -> template.name().equals(row.cell(Column.FREIGHT)))) {
            faults.add(new SheetFault(Column.FREIGHT, Reason.FREIGHT_UNKNOWN, row.cell(Column.FREIGHT)));
        }
    }

    private static void differences(SheetRow first, SheetRow row, List<SheetFault> faults) {
        for (Column column : Column.values()) {
            if (column.ofListing() && !first.cell(column).equals(row.cell(column))) {
                faults.add(new SheetFault(column, Reason.DIFFERS, Integer.toString(first.number())));
            }
        }
    }

    /** Only for a row that {@link #check} found good. */
    Goods goods(SheetRow row, List<FreightTemplate> freight) {
        Category category = places.categories(row.cell(Column.CATEGORY)).getFirst();
        UUID template = freight.stream()
                .filter(known -> known.name().equals(row.cell(Column.FREIGHT)))
                .findFirst()
                .orElse(freight.getFirst())
                .id();
        return new Goods(
                row.cell(Column.CODE),
                row.cell(Column.TITLE),
                category.id(),
                motif(category),
                places.counties(row.cell(Column.COUNTY)).getFirst(),
                row.cell(Column.VILLAGE),
                row.cell(Column.SKU),
                Money.fen(row.cell(Column.PRICE)).orElseThrow(),
                whole(row.cell(Column.GRAMS)).orElseThrow(),
                row.cell(Column.STOCK).isEmpty() ? OptionalLong.empty() : whole(row.cell(Column.STOCK)),
                Math.toIntExact(whole(row.cell(Column.SHELF_LIFE)).orElseThrow()),
                Words.STORAGE.getOrDefault(row.cell(Column.STORAGE), terrace.catalog.listings.Storage.AMBIENT),
                row.cell(Column.SEASON),
                whole(row.cell(Column.HARVEST_TO_SHIP)),
                row.cell(Column.ATTRIBUTES).isEmpty()
                        ? Optional.empty()
                        : Optional.of(answers.read(category.id(), row.cell(Column.ATTRIBUTES))),
                Words.YES_NO.getOrDefault(row.cell(Column.PERISHABLE), false),
                Words.VAT.getOrDefault(row.cell(Column.VAT), terrace.catalog.listings.VatKind.NINE_PERCENT),
                template,
                row.cell(Column.STORY));
    }

    /** The drawing of the nearest category that has one of its own. */
    private String motif(Category category) {
        return categories.pathOf(category.id()).reversed().stream()
                .flatMap(near -> Motif.byCode(near.slug()).stream())
                .findFirst()
                .orElse(Motif.VEGETABLES)
                .code();
    }

    private static OptionalLong whole(String text) {
        String packed = text.replace(",", "").strip();
        return WHOLE.matcher(packed).matches()
                ? OptionalLong.of(Long.parseLong(packed.replaceFirst("\\.0+$", "")))
                : OptionalLong.empty();
    }
}
