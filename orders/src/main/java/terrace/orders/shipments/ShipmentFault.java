package terrace.orders.shipments;

/** What is wrong with one cell of a row. */
public record ShipmentFault(ShipmentColumn column, Reason reason) {

    /** Each has a sentence of its own that says how to mend it. */
    public enum Reason {
        MISSING,
        /** The spreadsheet made a number of it, as in 1.23E+15. */
        MANGLED,
        FORMULA,
        /** None of this merchant's orders; whether it is another's is not told. */
        NO_SUCH_ORDER,
        /** Not paid, or cancelled. */
        NOT_TO_SHIP,
        /** Sent before, with another courier or number. */
        SHIPPED_OTHERWISE,
        /** The order stands in an earlier row, too. */
        TWICE,
        COURIER_UNKNOWN,
        /** It cannot be a number of that courier. */
        MALFORMED
    }

    String stored() {
        return column.name() + " " + reason.name();
    }

    static ShipmentFault of(String stored) {
        int blank = stored.indexOf(' ');
        return new ShipmentFault(
                ShipmentColumn.valueOf(stored.substring(0, blank)), Reason.valueOf(stored.substring(blank + 1)));
    }
}
