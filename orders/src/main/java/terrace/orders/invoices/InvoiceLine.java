package terrace.orders.invoices;

/**
 * A line of an invoice. Money in fen, tax included.
 *
 * @param position 0 for the freight
 * @param basisPoints the rate of tax in 1/10,000; 0 for exempt goods
 * @param taxFen what of it is tax
 */
public record InvoiceLine(
        int position, String title, int quantity, String vatKind, int basisPoints, long fen, long taxFen) {

    private static final int WHOLE = 10_000;

    /** With the tax that is in a sum, half a fen up: fen × rate / (1 + rate). */
    static InvoiceLine of(int position, String title, int quantity, String vatKind, int basisPoints, long fen) {
        long of = (long) WHOLE + basisPoints;
        long tax = (Math.multiplyExact(fen, basisPoints) * 2 + of) / (of * 2);
        return new InvoiceLine(position, title, quantity, vatKind, basisPoints, fen, tax);
    }
}
