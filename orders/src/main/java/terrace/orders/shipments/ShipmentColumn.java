package terrace.orders.shipments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a sheet of orders to be sent. Headings are part of the file's format, the same in every language; only
 * three are read back.
 */
public enum ShipmentColumn {
    ORDER("订单号", 20),
    RECIPIENT("收件人", 12),
    PHONE("电话", 14),
    ADDRESS("地址", 40),
    GOODS("商品", 40),
    PIECES("件数", 6),
    SHIP_BY("最晚发货", 18),
    COURIER("快递公司", 14),
    TRACKING("运单号", 22);

    static final List<ShipmentColumn> READ = List.of(ORDER, COURIER, TRACKING);

    private static final List<ShipmentColumn> PLACES = List.of(values());

    private final String heading;
    private final int width;

    ShipmentColumn(String heading, int width) {
        this.heading = heading;
        this.width = width;
    }

    public String heading() {
        return heading;
    }

    int width() {
        return width;
    }

    /** Where it stands in a sheet that we write, from 0. */
    int place() {
        return PLACES.indexOf(this);
    }

    static Optional<ShipmentColumn> byHeading(String text) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(text.strip()))
                .findFirst();
    }
}
