package terrace.web.shipping;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.shipments.Labels;
import terrace.orders.shipments.ShipmentSheets;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.merchant.SheetFile;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The files themselves: recipients for the labels, and the rows to be mended. */
@Controller("/merchant/orders")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.SHIPPING)
class ShipmentFileController {
    private final MerchantDesk desk;
    private final Labels labels;
    private final ShipmentSheets sheets;
    private final ShipmentPages prepared;

    ShipmentFileController(MerchantDesk desk, Labels labels, ShipmentSheets sheets, ShipmentPages prepared) {
        this.desk = desk;
        this.labels = labels;
        this.sheets = sheets;
        this.prepared = prepared;
    }

    /** Asks for leave to read recipients; a form, so that no link somebody was sent reads them. */
    @Post("/labels")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> Pages.seeOther(
                        visitor,
                        "/merchant/orders/labels/"
                                + labels.ask(merchant.id(), visitor.memberId()).id()))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/labels/{id}")
    HttpResponse<?> labels(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> labels.read(merchant.id(), visitor.memberId(), id))
                .<HttpResponse<?>>map(orders -> SheetFile.of("to-ship.xlsx", out -> labels.write(orders, out)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/sheets/{id}/bad.xlsx")
    HttpResponse<?> bad(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> sheets.ofMerchant(merchant.id(), id))
                .<HttpResponse<?>>map(sheet -> SheetFile.of(
                        "to-mend.xlsx",
                        out -> sheets.writeBad(
                                sheet.merchantId(), id, fault -> prepared.sentence(visitor.language(), fault), out)))
                .orElseGet(HttpResponse::notFound);
    }
}
