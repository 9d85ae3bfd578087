package terrace.web.invoices;

import java.util.List;
import java.util.function.UnaryOperator;
import terrace.marketplace.money.Money;
import terrace.web.pdf.Paper;

/** What stands on the sheet of an invoice; it says itself that it is not what the tax office issued. */
final class InvoiceSheet {
    private InvoiceSheet() {}

    /** @param words the text of a key */
    static void write(Paper paper, InvoiceSight invoice, String seller, UnaryOperator<String> words) {
        paper.title(words.apply("invoices.pdf.title"));
        paper.line(words.apply("invoices.pdf.note"));
        paper.space();
        paper.pair(words.apply("invoices.number"), invoice.number() == null ? "" : invoice.number());
        paper.pair(words.apply("invoices.issued-on"), invoice.issuedOn() == null ? "" : invoice.issuedOn());
        paper.pair(words.apply("invoices.kind"), words.apply("invoices.kind." + invoice.kind()));
        paper.pair(words.apply("invoices.buyer"), invoice.title());
        if (!invoice.taxNumber().isEmpty()) {
            paper.pair(words.apply("invoices.tax-number"), invoice.taxNumber());
        }
        paper.pair(words.apply("invoices.seller"), seller);
        paper.pair(words.apply("invoices.order"), invoice.order());
        paper.space();
        paper.table(
                List.of(
                        new Paper.Column(words.apply("invoices.goods"), 6, false),
                        new Paper.Column(words.apply("invoices.quantity"), 1, true),
                        new Paper.Column(words.apply("invoices.rate"), 1, true),
                        new Paper.Column(words.apply("invoices.net"), 2, true),
                        new Paper.Column(words.apply("invoices.tax"), 2, true)),
                invoice.lines().stream()
                        .map(line -> List.of(
                                line.title(),
                                Integer.toString(line.quantity()),
                                line.rate(),
                                Money.grouped(line.fen() - line.taxFen()),
                                Money.grouped(line.taxFen())))
                        .toList());
        paper.rule();
        paper.pair(words.apply("invoices.total"), "¥" + Money.grouped(invoice.fen()));
        paper.line(words.apply("invoices.coupons"));
    }
}
