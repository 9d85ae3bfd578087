package terrace.orders.invoices;

/** What became of asking for an invoice, or of issuing one. */
public sealed interface Invoicing {

    /** It is so; also when it was before. */
    record Done(Invoice invoice) implements Invoicing {}

    record Refused(Fault fault) implements Invoicing {}

    /** Each is a sentence on the page. */
    enum Fault {
        /** Only what was accepted is invoiced. */
        NOT_ACCEPTED,
        /** All was paid by coupons, or has been refunded. */
        NOTHING_PAID,
        TITLE,
        TAX_NUMBER,
        /** A special invoice names a company. */
        SPECIAL_FOR_COMPANIES,
        /** Twenty digits. */
        NUMBER,
        /** Another invoice has this number. */
        NUMBER_TAKEN,
        /** Not before the order, not in the future. */
        DAY,
        /** It has another number already. */
        ISSUED_BEFORE,
        /** Nothing was refunded since, or it is on a red-letter invoice already. */
        NOTHING_TO_TAKE_BACK
    }
}
