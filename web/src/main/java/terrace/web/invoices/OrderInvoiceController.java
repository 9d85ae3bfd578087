package terrace.web.invoices;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.orders.invoices.Invoice;
import terrace.orders.invoices.Invoices;
import terrace.orders.invoices.Invoicing;
import terrace.orders.invoices.NewInvoice;
import terrace.orders.invoices.RedInvoice;
import terrace.orders.invoices.RedInvoices;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The invoice of a member's order: asked for once, then as it was issued. */
@Controller("/orders/{number}")
@Secured(Access.MEMBER)
class OrderInvoiceController {
    private final Purchases purchases;
    private final Invoices invoices;
    private final RedInvoices reds;
    private final InvoiceSights sights;
    private final Pages pages;

    OrderInvoiceController(
            Purchases purchases, Invoices invoices, RedInvoices reds, InvoiceSights sights, Pages pages) {
        this.purchases = purchases;
        this.invoices = invoices;
        this.reds = reds;
        this.sights = sights;
        this.pages = pages;
    }

    @Get("/invoice")
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    @Get("/invoice.pdf")
    HttpResponse<?> pdf(Visitor visitor, String number) {
        return order(visitor, number)
                .flatMap(order -> invoices.ofMember(visitor.memberId(), order.id()))
                .filter(Invoice::issued)
                .<HttpResponse<?>>map(sights::pdf)
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/invoice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        boolean company = form.value("buyer").equals("COMPANY");
        Invoice.Kind kind = form.value("kind").equals("SPECIAL") ? Invoice.Kind.SPECIAL : Invoice.Kind.GENERAL;
        Optional<Invoicing> outcome = invoices.ask(
                visitor.memberId(),
                number,
                new NewInvoice(kind, company, form.value("title"), form.value("tax-number")));
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Invoicing.Done done -> Pages.seeOther(visitor, "/orders/" + number + "/invoice");
            case Invoicing.Refused(Invoicing.Fault fault) ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        number,
                        form.with(field(fault), "invoices.fault." + fault.name()));
        };
    }

    private static String field(Invoicing.Fault fault) {
        return switch (fault) {
            case TAX_NUMBER -> "tax-number";
            case SPECIAL_FOR_COMPANIES -> "kind";
            default -> "title";
        };
    }

    private Optional<Order> order(Visitor visitor, String number) {
        return purchases.orderOfMember(visitor.memberId(), number);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, Form form) {
        return order(visitor, number)
                .<HttpResponse<?>>map(
                        order -> pages.show(visitor, status, "invoices/order", page(visitor, order, form)))
                .orElseGet(HttpResponse::notFound);
    }

    private InvoicePage page(Visitor visitor, Order order, Form form) {
        Optional<Invoice> invoice = invoices.ofMember(visitor.memberId(), order.id());
        return new InvoicePage(
                order.number(),
                invoice.map(found -> sights.sight(visitor.language(), found)).orElse(null),
                order.state() == OrderState.ACCEPTED,
                sights.lines(visitor.language(), invoices.invoiceable(order.id())),
                invoice.map(found -> reds.of(found.id())).orElse(List.of()),
                invoice.filter(found -> !reds.due(found).isEmpty()).isPresent(),
                form);
    }

    /**
     * @param invoice null while none was asked for
     * @param accepted whether one can be asked for
     * @param lines what would be invoiced now
     * @param reds what was taken back of it
     * @param redDue whether more is to be taken back
     */
    record InvoicePage(
            String number,
            @Nullable InvoiceSight invoice,
            boolean accepted,
            List<InvoiceSight.Line> lines,
            List<RedInvoice> reds,
            boolean redDue,
            Form form) {}
}
