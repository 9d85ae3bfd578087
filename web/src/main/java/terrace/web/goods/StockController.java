package terrace.web.goods;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Sku;
import terrace.catalog.stock.Adjustment;
import terrace.catalog.stock.Level;
import terrace.catalog.stock.Movement;
import terrace.catalog.stock.Movement.Kind;
import terrace.catalog.stock.Stock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.staff.StaffRight;
import terrace.web.buying.Sights;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The stock book of a listing: what is there of each size, how it came to be, and entering what happened. */
@Controller("/merchant/listings/{id}/stock")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class StockController {
    private static final int MOVEMENTS_SHOWN = 50;
    private static final int REASON_CHARS_MAX = 100;
    private static final List<Kind> ENTERED = List.of(Kind.IN, Kind.SPOILED, Kind.COUNTED, Kind.ADJUSTED);

    private final MerchantDesk desk;
    private final OwnGoods goods;
    private final Stock stock;
    private final Sights sights;
    private final Pages pages;

    StockController(MerchantDesk desk, OwnGoods goods, Stock stock, Sights sights, Pages pages) {
        this.desk = desk;
        this.goods = goods;
        this.stock = stock;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(
            Visitor visitor, UUID id, @Nullable @QueryValue String sku, @Nullable @QueryValue String saved) {
        Map<String, String> start = Map.of("sku", sku == null ? "" : sku);
        return own(visitor, id)
                .<HttpResponse<?>>map(listing -> show(visitor, HttpStatus.OK, listing, Form.of(start), saved != null))
                .orElseGet(HttpResponse::notFound);
    }

    /** Enters what came, spoiled, was counted, or is put right. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Listing> listing = own(visitor, id);
        Optional<Sku> sku = listing.flatMap(found -> sku(found, typed.getOrDefault("sku", "")));
        Optional<UUID> entry = Ids.read(typed.getOrDefault("entry", ""));
        if (listing.isEmpty() || sku.isEmpty() || entry.isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        Optional<Kind> kind = ENTERED.stream()
                .filter(known -> known.name().equals(form.value("kind")))
                .findFirst();
        OptionalLong pieces = pieces(form.value("quantity"), kind.orElse(Kind.IN));
        String reason = form.value("reason").strip();
        if (kind.isEmpty()) {
            return refused(visitor, listing.get(), form.with("kind", "goods.stock.kind-missing"));
        }
        if (pieces.isEmpty()) {
            return refused(visitor, listing.get(), form.with("quantity", "goods.stock.quantity-wrong"));
        }
        if (reason.length() > REASON_CHARS_MAX || (kind.get() == Kind.ADJUSTED && reason.isEmpty())) {
            return refused(visitor, listing.get(), form.with("reason", "goods.stock.reason-missing"));
        }
        return switch (stock.enter(entry.get(), sku.get().id(), kind.get(), pieces.getAsLong(), reason)) {
            case Adjustment.Adjusted adjusted ->
                Pages.seeOther(
                        visitor,
                        "/merchant/listings/" + id + "/stock?saved=yes&sku="
                                + sku.get().id());
            case Adjustment.Promised promised ->
                refused(visitor, listing.get(), form.with("quantity", "goods.stock.promised"));
        };
    }

    /** From how many pieces on somebody wants to be warned. */
    @Post("/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> watch(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Listing> listing = own(visitor, id);
        Optional<Sku> sku = listing.flatMap(found -> sku(found, typed.getOrDefault("sku", "")));
        if (listing.isEmpty() || sku.isEmpty()) {
            return HttpResponse.notFound();
        }
        String at = typed.getOrDefault("low", "").strip();
        OptionalLong low = at.isEmpty() ? OptionalLong.of(0) : ListingForm.number(at);
        if (low.isEmpty() || low.getAsLong() > Stock.QUANTITY_MAX) {
            return refused(visitor, listing.get(), Form.of(typed).with("low", "goods.stock.quantity-wrong"));
        }
        stock.watch(listing.get().merchantId(), sku.get().id(), low.getAsLong());
        return Pages.seeOther(
                visitor,
                "/merchant/listings/" + id + "/stock?saved=yes&sku=" + sku.get().id());
    }

    private Optional<Listing> own(Visitor visitor, UUID id) {
        return desk.of(visitor).flatMap(merchant -> goods.of(merchant.id(), id));
    }

    private static Optional<Sku> sku(Listing listing, String id) {
        return listing.skus().stream()
                .filter(sku -> sku.id().toString().equals(id))
                .findFirst();
    }

    /** Only what is put right may be less than nothing; only what was counted may be nothing. */
    private static OptionalLong pieces(String typed, Kind kind) {
        String text = typed.strip();
        boolean less = kind == Kind.ADJUSTED && (text.startsWith("-") || text.startsWith("−"));
        OptionalLong number = ListingForm.number(less ? text.substring(1) : text);
        if (number.isEmpty()
                || number.getAsLong() > Stock.QUANTITY_MAX
                || (number.getAsLong() == 0 && kind != Kind.COUNTED)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(less ? -number.getAsLong() : number.getAsLong());
    }

    private HttpResponse<?> refused(Visitor visitor, Listing listing, Form form) {
        return show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, listing, form, false);
    }

    private HttpResponse<?> show(Visitor visitor, HttpStatus status, Listing listing, Form form, boolean saved) {
        Sku chosen = sku(listing, form.value("sku")).orElse(listing.skus().getFirst());
        Map<UUID, Level> levels =
                stock.levels(listing.skus().stream().map(Sku::id).collect(Collectors.toSet()));
        return pages.show(
                visitor,
                status,
                "goods/stock",
                new StockPage(
                        listing.id(),
                        listing.title(),
                        listing.skus().stream()
                                .map(sku -> row(sku, levels, chosen))
                                .toList(),
                        chosen.id(),
                        chosen.name(),
                        levels.getOrDefault(chosen.id(), new Level(0, 0, 0)),
                        stock.movements(chosen.id(), MOVEMENTS_SHOWN).stream()
                                .map(this::line)
                                .toList(),
                        Arrays.asList("IN", "SPOILED", "COUNTED", "ADJUSTED"),
                        Ids.next(),
                        form,
                        saved));
    }

    private static Row row(Sku sku, Map<UUID, Level> levels, Sku chosen) {
        return new Row(
                sku.id(),
                sku.name(),
                levels.getOrDefault(sku.id(), new Level(0, 0, 0)),
                sku.id().equals(chosen.id()));
    }

    private Line line(Movement movement) {
        return new Line(
                sights.time(movement.at()),
                movement.kind().name(),
                (movement.quantity() > 0 ? "+" : "−") + Math.abs(movement.quantity()),
                movement.kind() == Kind.OUT ? "" : movement.reason());
    }

    record Row(UUID id, String name, Level level, boolean chosen) {}

    record Line(String at, String kind, String quantity, String reason) {}

    /** @param entry minted anew for each showing, so that sending twice enters once */
    record StockPage(
            UUID id,
            String listing,
            List<Row> sizes,
            UUID sku,
            String size,
            Level level,
            List<Line> lines,
            List<String> kinds,
            UUID entry,
            Form form,
            boolean saved) {}
}
