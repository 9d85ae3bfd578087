package terrace.web.goods;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.OwnStock;
import terrace.catalog.desk.StockLine;
import terrace.catalog.listings.Slice;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What a merchant has of everything, size by size. */
@Controller("/merchant/stock")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class StockListController {
    private static final int PAGE_SIZE = 30;

    private final MerchantDesk desk;
    private final OwnStock stock;
    private final Pages pages;

    StockListController(MerchantDesk desk, OwnStock stock, Pages pages) {
        this.desk = desk;
        this.stock = stock;
        this.pages = pages;
    }

    /** @param low when it is there at all, only what has run low */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String low, @Nullable @QueryValue String after) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> pages.show(visitor, "goods/stocks", page(merchant.id(), low != null, after)))
                .orElseGet(HttpResponse::notFound);
    }

    private StocksPage page(UUID merchantId, boolean low, @Nullable String after) {
        UUID beyond = after == null ? null : Ids.read(after).orElse(null);
        Slice<StockLine> slice = stock.page(merchantId, low, beyond, PAGE_SIZE);
        String here = "/merchant/stock" + (low ? "?low=yes" : "");
        return new StocksPage(
                slice.items(),
                low,
                slice.nextAfter() == null ? null : here + (low ? "&" : "?") + "after=" + slice.nextAfter(),
                beyond == null ? null : here);
    }

    record StocksPage(
            List<StockLine> lines,
            boolean low,
            @Nullable String next,
            @Nullable String first) {}
}
