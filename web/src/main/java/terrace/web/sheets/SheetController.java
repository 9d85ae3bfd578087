package terrace.web.sheets;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.sheets.Choice;
import terrace.catalog.sheets.Receiving;
import terrace.catalog.sheets.SheetImport;
import terrace.catalog.sheets.Sheets;
import terrace.catalog.sheets.Starting;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Sheets of goods that a merchant hands in, and what became of them. */
@Controller("/merchant/sheets")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class SheetController {
    private final MerchantDesk desk;
    private final Sheets sheets;
    private final SheetPages prepared;
    private final Pages pages;

    SheetController(MerchantDesk desk, Sheets sheets, SheetPages prepared, Pages pages) {
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
            return list(visitor, merchant.get(), HttpStatus.UNPROCESSABLE_ENTITY, problem("sheets.file-missing"));
        }
        return switch (sheets.receive(merchant.get().id(), visitor.memberId(), file)) {
            case Receiving.Checked checked ->
                Pages.seeOther(visitor, "/merchant/sheets/" + checked.sheet().id());
            case Receiving.Refused refused ->
                list(
                        visitor,
                        merchant.get(),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        problem("sheets.why." + refused.why().name()));
        };
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return own(visitor, id)
                .<HttpResponse<?>>map(
                        sheet -> pages.show(visitor, "sheets/sheet", prepared.sheet(visitor.language(), sheet, null)))
                .orElseGet(HttpResponse::notFound);
    }

    /** The part of the page that counts rows while they are worked off. */
    @Get("/{id}/progress")
    HttpResponse<?> progress(Visitor visitor, UUID id) {
        return own(visitor, id)
                .<HttpResponse<?>>map(sheet -> pages.show(
                        visitor,
                        HttpStatus.OK,
                        "sheets/sheet :: progress",
                        prepared.sheet(visitor.language(), sheet, null)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Choice choice = typed.containsKey("good") ? Choice.GOOD_ROWS : Choice.ALL;
        return own(visitor, id)
                .<HttpResponse<?>>map(sheet -> after(visitor, sheet, sheets.start(sheet.merchantId(), id, choice)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(Visitor visitor, UUID id) {
        return own(visitor, id)
                .<HttpResponse<?>>map(sheet -> after(visitor, sheet, sheets.undo(sheet.merchantId(), id)))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> after(Visitor visitor, SheetImport sheet, Starting outcome) {
        if (outcome == Starting.STARTED) {
            return Pages.seeOther(visitor, "/merchant/sheets/" + sheet.id());
        }
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "sheets/sheet",
                prepared.sheet(visitor.language(), sheet, "sheets.start." + outcome.name()));
    }

    private Optional<SheetImport> own(Visitor visitor, UUID id) {
        return desk.of(visitor).flatMap(merchant -> sheets.ofMerchant(merchant.id(), id));
    }

    private HttpResponse<?> list(Visitor visitor, Merchant merchant, HttpStatus status, Form form) {
        return pages.show(visitor, status, "sheets/list", prepared.list(visitor.language(), merchant.id(), form));
    }

    private static Form problem(@Nullable String key) {
        return key == null ? Form.EMPTY : Form.EMPTY.with("file", key);
    }
}
