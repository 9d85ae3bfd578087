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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.invoices.Invoice;
import terrace.orders.invoices.Invoices;
import terrace.orders.invoices.Invoicing;
import terrace.orders.invoices.RedInvoices;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Invoices a merchant is asked for, to be typed in once the tax office has numbered them. */
@Controller("/merchant/invoices")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.MONEY)
class MerchantInvoiceController {
    private static final int SHOWN_MAX = 50;
    private static final String HERE = "/merchant/invoices";

    private final MerchantDesk desk;
    private final Invoices invoices;
    private final RedInvoices reds;
    private final InvoiceSights sights;
    private final Pages pages;

    MerchantInvoiceController(
            MerchantDesk desk, Invoices invoices, RedInvoices reds, InvoiceSights sights, Pages pages) {
        this.desk = desk;
        this.invoices = invoices;
        this.reds = reds;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return page(visitor, HttpStatus.OK, Form.EMPTY);
    }

    @Get("/{id}/invoice.pdf")
    HttpResponse<?> pdf(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> invoices.byId(merchant.id(), id))
                .filter(Invoice::issued)
                .<HttpResponse<?>>map(sights::pdf)
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/issue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> issue(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return take(visitor, Form.of(typed), "", id, invoices::issue);
    }

    /** What was refunded since, taken back by a red-letter invoice. */
    @Post("/{id}/red")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return take(visitor, Form.of(typed), "red-", id, reds::issue);
    }

    private interface Issuing {
        Optional<Invoicing> issue(UUID merchantId, UUID id, String number, LocalDate day, UUID actor);
    }

    /** @param which what the names of the form's fields begin with */
    private HttpResponse<?> take(Visitor visitor, Form form, String which, UUID id, Issuing issuing) {
        Optional<Merchant> merchant = desk.of(visitor);
        String dayField = which + "day-" + id;
        String numberField = which + "number-" + id;
        Optional<LocalDate> day = day(form.value(dayField));
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (day.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with(dayField, "invoices.fault.DAY"));
        }
        Optional<Invoicing> outcome =
                issuing.issue(merchant.get().id(), id, form.value(numberField).strip(), day.get(), visitor.memberId());
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Invoicing.Done done -> Pages.seeOther(visitor, HERE);
            // pressed again after all of it was taken back: the page has no form for it any more
            case Invoicing.Refused(Invoicing.Fault fault)
            when fault == Invoicing.Fault.NOTHING_TO_TAKE_BACK -> Pages.seeOther(visitor, HERE);
            case Invoicing.Refused(Invoicing.Fault fault) ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        form.with(
                                fault == Invoicing.Fault.DAY ? dayField : numberField,
                                "invoices.fault." + fault.name()));
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> pages.show(
                        visitor,
                        status,
                        "invoices/desk",
                        new DeskPage(
                                invoices.ofMerchant(merchant.id(), SHOWN_MAX).stream()
                                        .map(invoice -> sights.sight(visitor.language(), invoice))
                                        .toList(),
                                reds.dueOfMerchant(merchant.id(), SHOWN_MAX).stream()
                                        .map(due -> sights.due(visitor.language(), due))
                                        .toList(),
                                form)))
                .orElseGet(HttpResponse::notFound);
    }

    /** @param reds what is to be taken back by red-letter invoices */
    record DeskPage(List<InvoiceSight> invoices, List<InvoiceSights.Red> reds, Form form) {}
}
