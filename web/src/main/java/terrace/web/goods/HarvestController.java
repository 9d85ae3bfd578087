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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.Recording;
import terrace.catalog.stock.Arrival;
import terrace.catalog.stock.Expecting;
import terrace.catalog.stock.Expecting.Fault;
import terrace.catalog.stock.Harvests;
import terrace.catalog.stock.NewHarvest;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Harvests a merchant expects, sells early in part, and counts when they come. */
@Controller("/merchant/harvests")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class HarvestController {
    private static final String HERE = "/merchant/harvests";

    private final MerchantDesk desk;
    private final Harvests harvests;
    private final Lots lots;
    private final HarvestPages prepared;
    private final Pages pages;

    HarvestController(MerchantDesk desk, Harvests harvests, Lots lots, HarvestPages prepared, Pages pages) {
        this.desk = desk;
        this.harvests = harvests;
        this.lots = lots;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param passport after what came was entered: code of the lot it is */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String passport) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> show(visitor, merchant, HttpStatus.OK, Form.EMPTY, passport))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> expect(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        String[] goods = typed.getOrDefault("goods", "").split("@", 2);
        Optional<UUID> listing = Ids.read(goods[0]);
        Optional<UUID> sku = goods.length < 2 ? Optional.empty() : Ids.read(goods[1]);
        Optional<UUID> id = Ids.read(typed.getOrDefault("id", ""));
        if (merchant.isEmpty() || id.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (listing.isEmpty() || sku.isEmpty()) {
            return refused(visitor, merchant.get(), Form.of(typed).with("goods", "desk.harvest.goods-missing"));
        }
        NewHarvest harvest = new NewHarvest(
                id.get(),
                listing.get(),
                sku.get(),
                day(typed.getOrDefault("expectedOn", "")),
                number(typed, "expected"),
                (int) Math.min(number(typed, "percent"), Integer.MAX_VALUE));
        return answered(
                visitor,
                merchant.get(),
                Form.of(typed),
                "",
                harvests.expect(merchant.get().id(), harvest, visitor.memberId()));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        int percent = (int) Math.min(number(typed, "percent-" + id), Integer.MAX_VALUE);
        return answered(
                visitor,
                merchant.get(),
                Form.of(typed),
                "-" + id,
                harvests.change(merchant.get().id(), id, number(typed, "expected-" + id), percent));
    }

    /** So much of it has come. */
    @Post("/{id}/arrival")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> arrive(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        Optional<UUID> entry = Ids.read(typed.getOrDefault("entry", ""));
        if (merchant.isEmpty() || entry.isEmpty()) {
            return HttpResponse.notFound();
        }
        Arrival arrival = new Arrival(
                entry.get(),
                number(typed, "arrived-" + id),
                day(typed.getOrDefault("picked-" + id, "")),
                typed.getOrDefault("village-" + id, ""));
        Optional<Expecting> outcome = harvests.arrive(merchant.get().id(), id, arrival, visitor.memberId());
        if (outcome.isPresent() && outcome.get() instanceof Expecting.Refused) {
            return refused(visitor, merchant.get(), Form.of(typed).with("arrived-" + id, "desk.harvest.QUANTITY"));
        }
        if (outcome.isPresent() && outcome.get() instanceof Expecting.Expected) {
            String passport = lots.byId(entry.get())
                    .filter(lot -> lot.merchantId().equals(merchant.get().id()))
                    .map(lot -> "?passport=" + lot.code())
                    .orElse("");
            return Pages.seeOther(visitor, HERE + passport);
        }
        return answered(visitor, merchant.get(), Form.of(typed), "-" + id, outcome);
    }

    /** @param tail of the fields' names, so that each harvest has its own */
    private HttpResponse<?> answered(
            Visitor visitor, Merchant merchant, Form form, String tail, Optional<Expecting> outcome) {
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Expecting.Expected done -> Pages.seeOther(visitor, HERE);
            case Expecting.AnotherOpen open -> refused(visitor, merchant, form.with("goods", "desk.harvest.another"));
            case Expecting.StillPaying paying ->
                refused(visitor, merchant, form.with("arrived" + tail, "desk.harvest.paying"));
            case Expecting.LotRefused refused -> {
                Form told = form;
                for (Recording.Fault fault : refused.faults()) {
                    String field =
                            switch (fault) {
                                case HARVEST_DAY -> "picked";
                                case VILLAGE_LENGTH -> "village";
                                case COUNTY_UNKNOWN, GRAMS_RANGE, CERTIFICATE_LENGTH, TEST_REPORT_LENGTH -> "arrived";
                            };
                    told = told.with(field + tail, "goods.lot." + fault.name());
                }
                yield refused(visitor, merchant, told);
            }
            case Expecting.Over over -> refused(visitor, merchant, form.with("expected" + tail, "desk.harvest.over"));
            case Expecting.Refused refused -> {
                Form told = form;
                for (Fault fault : refused.faults()) {
                    String field =
                            switch (fault) {
                                case DAY -> "expectedOn";
                                case QUANTITY -> "expected";
                                case PERCENT -> "percent";
                            };
                    told = told.with(field + tail, "desk.harvest." + fault.name());
                }
                yield refused(visitor, merchant, told);
            }
        };
    }

    private HttpResponse<?> refused(Visitor visitor, Merchant merchant, Form form) {
        return show(visitor, merchant, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
    }

    private HttpResponse<?> show(
            Visitor visitor, Merchant merchant, HttpStatus status, Form form, @Nullable String passport) {
        return pages.show(visitor, status, "goods/harvests", prepared.page(visitor, merchant, form, passport));
    }

    /** What is no number is less than any, and refused as such. */
    private static long number(Map<String, String> typed, String field) {
        return ListingForm.number(typed.getOrDefault(field, "").strip()).orElse(-1);
    }

    /** What is no day is long past, and refused as such. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return LocalDate.EPOCH;
        }
    }
}
