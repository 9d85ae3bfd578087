package terrace.web.shipping;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.shipments.Receiving;
import terrace.orders.shipments.ShipmentSheets;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Sheets of tracking numbers: handed in, looked at, sent. */
@Controller("/merchant/orders/sheets")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.SHIPPING)
class ShipmentSheetController {
    private final MerchantDesk desk;
    private final ShipmentSheets sheets;
    private final ShipmentPages prepared;
    private final Pages pages;

    ShipmentSheetController(MerchantDesk desk, ShipmentSheets sheets, ShipmentPages prepared, Pages pages) {
        this.desk = desk;
        this.sheets = sheets;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> list(visitor, merchant, HttpStatus.OK, Form.EMPTY))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> receive(HttpRequest<?> request, Visitor visitor) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        byte[] file = Uploads.orNothing(request).file();
        if (file.length == 0) {
            return refused(visitor, merchant.get(), "sheets.file-missing");
        }
        return switch (sheets.receive(merchant.get().id(), visitor.memberId(), file)) {
            case Receiving.Checked checked -> Pages.seeOther(visitor, "/merchant/orders/sheets/" + checked.sheetId());
            case Receiving.Refused why ->
                refused(visitor, merchant.get(), "desk.sheet.why." + why.why().name());
        };
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> sheets.ofMerchant(merchant.id(), id))
                .<HttpResponse<?>>map(
                        sheet -> pages.show(visitor, "shipping/sheet", prepared.sheet(visitor.language(), sheet)))
                .orElseGet(HttpResponse::notFound);
    }

    /** Its good rows are sent; what is sent already stays as it is. */
    @Post("/{id}/shipment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ship(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> sheets.ship(merchant.id(), id))
                .<HttpResponse<?>>map(sheet -> Pages.seeOther(visitor, "/merchant/orders/sheets/" + id))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> refused(Visitor visitor, Merchant merchant, String key) {
        return list(visitor, merchant, HttpStatus.UNPROCESSABLE_ENTITY, Form.EMPTY.with("file", key));
    }

    private HttpResponse<?> list(Visitor visitor, Merchant merchant, HttpStatus status, Form form) {
        return pages.show(visitor, status, "shipping/sheets", prepared.list(merchant.id(), form));
    }
}
