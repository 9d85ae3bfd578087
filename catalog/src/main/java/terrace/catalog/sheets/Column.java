package terrace.catalog.sheets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a sheet, in their order. Headings are part of the file's format, so they are the same in every
 * language.
 */
public enum Column {
    CODE("商品编号", 40, true),
    TITLE("商品名称", 60, true),
    CATEGORY("分类", 120, true),
    COUNTY("产地县", 60, true),
    VILLAGE("村", 60, false),
    SKU("规格", 40, true),
    PRICE("价格（元）", 12, true),
    GRAMS("净重（克）", 12, true),
    STOCK("库存", 9, false),
    SHELF_LIFE("保质期（天）", 6, true),
    STORAGE("储存", 10, true),
    SEASON("产季", 60, false),
    HARVEST_TO_SHIP("采收到发货（小时）", 4, false),
    ATTRIBUTES("属性", 1_000, false),
    PERISHABLE("易腐", 4, true),
    VAT("增值税", 20, true),
    FREIGHT("运费模板", 60, false),
    STORY("来历", 20_000, false);

    private static final List<Column> PLACES = List.of(values());

    private final String heading;
    private final int charsMax;
    private final boolean required;

    Column(String heading, int charsMax, boolean required) {
        this.heading = heading;
        this.charsMax = charsMax;
        this.required = required;
    }

    public String heading() {
        return heading;
    }

    /** Where it stands in a sheet that we write, from 0. */
    int place() {
        return PLACES.indexOf(this);
    }

    int charsMax() {
        return charsMax;
    }

    boolean required() {
        return required;
    }

    /** Columns that say something of the listing, not of one size of it: the same in all rows of a code. */
    boolean ofListing() {
        return switch (this) {
            case CODE, SKU, PRICE, GRAMS, STOCK -> false;
            default -> true;
        };
    }

    static Optional<Column> byHeading(String text) {
        String wanted = text.strip().replace('(', '（').replace(')', '）');
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(wanted))
                .findFirst();
    }
}
