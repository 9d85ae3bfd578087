package terrace.web.sheets;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import terrace.catalog.sheets.Sheets;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.merchant.SheetFile;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The files themselves: the empty sheet, the goods as they are, the rows to be mended. */
@Controller("/merchant/sheets")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class SheetFileController {
    private final MerchantDesk desk;
    private final Sheets sheets;
    private final SheetPages prepared;

    SheetFileController(MerchantDesk desk, Sheets sheets, SheetPages prepared) {
        this.desk = desk;
        this.sheets = sheets;
        this.prepared = prepared;
    }

    @Get("/template.xlsx")
    HttpResponse<?> template(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> SheetFile.of("template.xlsx", out -> sheets.write(merchant.id(), false, out)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/current.xlsx")
    HttpResponse<?> goods(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> SheetFile.of("current.xlsx", out -> sheets.write(merchant.id(), true, out)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}/bad.xlsx")
    HttpResponse<?> bad(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> sheets.ofMerchant(merchant.id(), id))
                .<HttpResponse<?>>map(sheet -> SheetFile.of(
                        "to-mend.xlsx",
                        out -> sheets.writeBad(id, fault -> prepared.sentence(visitor.language(), fault), out)))
                .orElseGet(HttpResponse::notFound);
    }
}
