package terrace.catalog.sheets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sku;
import terrace.catalog.stock.Level;
import terrace.catalog.stock.Stock;
import terrace.marketplace.money.Money;

/** Writes sheets: cells of text, so that no spreadsheet turns a code into a number or a word into a formula. */
@Singleton
class SheetWriter {
    private static final String SHEET = "商品";
    private static final String LISTS = "选项";
    private static final String HELP = "属性怎么填";
    private static final String REASONS = "需要修改";
    private static final String TEXT = "@";
    private static final int LISTINGS_AT_ONCE = 200;
    /** Rows below the last one that have drop-down lists too. */
    private static final int ROWS_TO_FILL = 500;

    private final SheetCodes codes;
    private final Listings listings;
    private final Stock stock;
    private final Freight freight;
    private final Categories categories;
    private final Places places;
    private final Answers answers;

    SheetWriter(
            SheetCodes codes,
            Listings listings,
            Stock stock,
            Freight freight,
            Categories categories,
            Places places,
            Answers answers) {
        this.answers = answers;
        this.codes = codes;
        this.listings = listings;
        this.stock = stock;
        this.freight = freight;
        this.categories = categories;
        this.places = places;
    }

    @Transactional
    void write(UUID merchantId, boolean withGoods, OutputStream out) throws IOException {
        List<FreightTemplate> templates = freight.ofMerchant(merchantId);
        try (Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            Worksheet sheet = headed(workbook);
            int rows = withGoods ? goods(merchantId, templates, sheet) : 0;
            help(workbook);
            lists(workbook, sheet, templates, rows + ROWS_TO_FILL);
        }
    }

    void writeRows(List<SheetRow> rows, Function<SheetFault, String> sentences, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            Worksheet sheet = headed(workbook);
            int reasons = Column.values().length;
            sheet.value(0, reasons, REASONS);
            sheet.style(0, reasons).bold().set();
            sheet.width(reasons, 60);
            int at = 1;
            for (SheetRow row : rows) {
                cells(sheet, at, row.cells());
                for (SheetFault fault : row.faults()) {
                    sheet.style(at, fault.column().place())
                            .fillColor("FDE8E8")
                            .format(TEXT)
                            .set();
                }
                sheet.value(at, reasons, row.faults().stream().map(sentences).collect(Collectors.joining("\n")));
                sheet.style(at, reasons).wrapText(true).set();
                at++;
            }
        }
    }

    private static Worksheet headed(Workbook workbook) {
        Worksheet sheet = workbook.newWorksheet(SHEET);
        sheet.freezePane(2, 1);
        for (Column column : Column.values()) {
            sheet.value(0, column.place(), column.heading());
            sheet.style(0, column.place()).bold().fillColor("E4F0E8").set();
            sheet.width(column.place(), width(column));
        }
        return sheet;
    }

    private static int width(Column column) {
        return switch (column) {
            case TITLE, CATEGORY, STORY, ATTRIBUTES -> 32;
            case COUNTY, SKU, SEASON, FREIGHT -> 18;
            default -> 12;
        };
    }

    private int goods(UUID merchantId, List<FreightTemplate> templates, Worksheet sheet) {
        codes.lock(merchantId);
        codes.complete(merchantId);
        Map<UUID, String> freightNames = new HashMap<>();
        templates.forEach(template -> freightNames.put(template.id(), template.name()));
        int at = 0;
        String after = "";
        for (Map<String, UUID> page = codes.page(merchantId, after, LISTINGS_AT_ONCE);
                !page.isEmpty();
                page = codes.page(merchantId, after, LISTINGS_AT_ONCE)) {
            Map<UUID, Listing> known = listings.byIds(Set.copyOf(page.values()));
            Map<UUID, Level> levels = stock.levels(known.values().stream()
                    .flatMap(listing -> listing.skus().stream())
                    .map(Sku::id)
                    .collect(Collectors.toSet()));
            for (Map.Entry<String, UUID> entry : page.entrySet()) {
                after = entry.getKey();
                Listing listing = Objects.requireNonNull(known.get(entry.getValue()));
                for (Sku sku : listing.skus()) {
                    at++;
                    cells(sheet, at, cells(entry.getKey(), listing, sku, levels, freightNames));
                }
            }
        }
        return at;
    }

    private Map<Column, String> cells(
            String code, Listing listing, Sku sku, Map<UUID, Level> levels, Map<UUID, String> freightNames) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Keeping keeping = listing.about().keeping();
        cells.put(Column.CODE, code);
        cells.put(Column.TITLE, listing.title());
        categories.byId(listing.categoryId()).ifPresent(found -> cells.put(Column.CATEGORY, places.path(found)));
        cells.put(Column.COUNTY, places.county(listing.countyCode()));
        cells.put(Column.VILLAGE, listing.village());
        cells.put(Column.SKU, sku.name());
        cells.put(Column.PRICE, Money.yuan(sku.priceFen()));
        cells.put(Column.GRAMS, Long.toString(sku.grams()));
        cells.put(
                Column.STOCK,
                Long.toString(Objects.requireNonNull(levels.get(sku.id())).onHand()));
        cells.put(Column.SHELF_LIFE, Integer.toString(keeping.shelfLifeDays()));
        cells.put(Column.STORAGE, Words.of(Words.STORAGE, keeping.storage()));
        cells.put(Column.SEASON, keeping.season());
        if (keeping.harvestToShipHours() > 0) {
            cells.put(Column.HARVEST_TO_SHIP, Integer.toString(keeping.harvestToShipHours()));
        }
        cells.put(
                Column.ATTRIBUTES,
                answers.written(listing.categoryId(), listing.about().attributes()));
        cells.put(Column.PERISHABLE, Words.of(Words.YES_NO, keeping.perishable()));
        cells.put(Column.VAT, Words.of(Words.VAT, listing.about().vatKind()));
        cells.put(Column.FREIGHT, freightNames.getOrDefault(listing.about().freightTemplateId(), ""));
        cells.put(Column.STORY, listing.story());
        return cells;
    }

    /** Everything as text: what begins with = or @ is a word like any other. */
    private static void cells(Worksheet sheet, int at, Map<Column, String> cells) {
        for (Column column : Column.values()) {
            String text = cells.getOrDefault(column, "");
            if (!text.isEmpty()) {
                sheet.value(at, column.place(), text);
            }
            sheet.style(at, column.place()).format(TEXT).set();
        }
    }

    /** What each category asks, with a cell to copy. */
    private void help(Workbook workbook) {
        Worksheet help = workbook.newWorksheet(HELP);
        List<String> headings = List.of("分类", "属性", "填什么", "必填", "可以照抄的写法");
        help.value(0, 0, "“属性”一格写“名称=内容”，几项之间用分号隔开。已有商品这一格留空，就保持原来的不变。");
        for (int at = 0; at < headings.size(); at++) {
            help.value(1, at, headings.get(at));
            help.style(1, at).bold().fillColor("E4F0E8").set();
            help.width(at, at == 0 || at > 1 ? 32 : 14);
        }
        int row = 2;
        for (Category leaf : leaves()) {
            List<Attribute> asked = categories.attributesOf(leaf.id());
            String whole = asked.stream().map(Answers::example).collect(Collectors.joining("；"));
            for (Attribute attribute : asked) {
                help.value(row, 0, places.path(leaf));
                help.value(row, 1, attribute.nameZh());
                help.value(row, 2, Answers.may(attribute));
                help.value(row, 3, attribute.required() ? "是" : "");
                help.value(row++, 4, whole);
            }
        }
    }

    private void lists(Workbook workbook, Worksheet sheet, List<FreightTemplate> templates, int rows) {
        Worksheet lists = workbook.newWorksheet(LISTS);
        lists.setVisibilityState(VisibilityState.HIDDEN);
        List<String> paths = leaves().stream().map(places::path).toList();
        list(sheet, lists, 0, Column.CATEGORY, paths, rows);
        list(sheet, lists, 1, Column.STORAGE, sorted(Words.STORAGE), rows);
        list(sheet, lists, 2, Column.VAT, sorted(Words.VAT), rows);
        list(sheet, lists, 3, Column.PERISHABLE, sorted(Words.YES_NO), rows);
        list(
                sheet,
                lists,
                4,
                Column.FREIGHT,
                templates.stream().map(FreightTemplate::name).toList(),
                rows);
        for (Column column : List.of(Column.CODE, Column.SKU, Column.PRICE)) {
            sheet.range(1, column.place(), rows, column.place())
                    .style()
                    .format(TEXT)
                    .set();
        }
    }

    private List<Category> leaves() {
        return categories.all().stream()
                .filter(category ->
                        categories.childrenOf(category.id()).isEmpty() && categories.takesGoods(category.id()))
                .toList();
    }

    private static List<String> sorted(Map<String, ?> words) {
        return words.keySet().stream().sorted().toList();
    }

    private static void list(Worksheet sheet, Worksheet lists, int at, Column column, List<String> words, int rows) {
        if (words.isEmpty()) {
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            lists.value(i, at, words.get(i));
        }
        sheet.range(1, column.place(), rows, column.place()).validateWithList(lists.range(0, at, words.size() - 1, at));
    }
}
