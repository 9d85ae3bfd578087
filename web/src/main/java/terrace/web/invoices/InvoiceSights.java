package terrace.web.invoices;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.invoices.Invoice;
import terrace.orders.invoices.InvoiceLine;
import terrace.orders.invoices.RedInvoices;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.pdf.PdfFile;

/** Turns invoices into what pages show, and into a sheet. */
@Singleton
class InvoiceSights {
    private static final int PERCENT = 100;

    private final Words words;
    private final Merchants merchants;
    private final Clock clock;

    InvoiceSights(Words words, Merchants merchants, Clock clock) {
        this.words = words;
        this.merchants = merchants;
        this.clock = clock;
    }

    InvoiceSight sight(Language language, Invoice invoice) {
        return new InvoiceSight(
                invoice.id(),
                invoice.orderNumber(),
                invoice.kind().name(),
                invoice.title(),
                invoice.taxNumber(),
                clock.dayOf(invoice.askedAt()).toString(),
                invoice.number(),
                invoice.issuedOn() == null ? null : invoice.issuedOn().toString(),
                lines(language, invoice.lines()),
                invoice.fen(),
                invoice.taxFen());
    }

    /**
     * What is to be taken back of an invoice.
     *
     * @param invoice the number of the invoice it is about
     */
    record Red(UUID id, String order, String invoice, List<InvoiceSight.Line> lines, long fen) {}

    Red due(Language language, RedInvoices.Due due) {
        String number = due.invoice().number();
        return new Red(
                due.invoice().id(),
                due.invoice().orderNumber(),
                number == null ? "" : number,
                lines(language, due.lines()),
                due.lines().stream().mapToLong(InvoiceLine::fen).sum());
    }

    List<InvoiceSight.Line> lines(Language language, List<InvoiceLine> lines) {
        return lines.stream()
                .map(line -> new InvoiceSight.Line(
                        line.title(),
                        line.quantity(),
                        line.basisPoints() == 0
                                ? words.say(language, "invoices.exempt")
                                : line.basisPoints() / PERCENT + " %",
                        line.fen(),
                        line.taxFen()))
                .toList();
    }

    /** Always in Chinese, as the invoice is. It says itself that it is not what the tax office issued. */
    HttpResponse<?> pdf(Invoice invoice) {
        InvoiceSight sight = sight(Language.ZH, invoice);
        String seller = merchants.byIds(Set.of(invoice.merchantId())).values().stream()
                .findFirst()
                .map(Merchant::name)
                .orElse("");
        return PdfFile.of(
                "invoice-" + invoice.orderNumber() + ".pdf",
                paper -> InvoiceSheet.write(paper, sight, seller, key -> words.say(Language.ZH, key)));
    }
}
