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
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.GoodsState;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.LotUses;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.NewLot;
import terrace.catalog.lots.Recording;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.regions.Region;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.shop.Places;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's harvests, each with a passport to print. */
@Controller("/merchant/lots")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class LotController {
    private static final int PAGE_SIZE = 30;
    private static final int LISTINGS_OFFERED = 100;
    private static final int GRAMS_PER_KILOGRAM_DIGITS = 3;

    private final MerchantDesk desk;
    private final Lots lots;
    private final LotUses uses;
    private final OwnGoods goods;
    private final Listings listings;
    private final Choices choices;
    private final Places places;
    private final Pages pages;

    LotController(
            MerchantDesk desk,
            Lots lots,
            LotUses uses,
            OwnGoods goods,
            Listings listings,
            Choices choices,
            Places places,
            Pages pages) {
        this.desk = desk;
        this.lots = lots;
        this.uses = uses;
        this.goods = goods;
        this.listings = listings;
        this.choices = choices;
        this.places = places;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String listing,
            @Nullable @QueryValue String saved) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        Optional<Listing> chosen = Optional.ofNullable(listing)
                .flatMap(Ids::read)
                .flatMap(id -> goods.of(merchant.get().id(), id));
        Map<String, String> start = new HashMap<>();
        String county = chosen.map(Listing::countyCode).orElse(merchant.get().countyCode());
        start.put("province", county.substring(0, Region.PROVINCE_DIGITS));
        start.put("countyCode", county);
        start.put("village", chosen.map(Listing::village).orElse(""));
        start.put("listing", chosen.map(found -> found.id().toString()).orElse(""));
        return show(visitor, HttpStatus.OK, merchant.get(), Form.of(start), after, saved);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> record(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (typed.containsKey("change-province")) {
            return show(visitor, HttpStatus.OK, merchant.get(), Form.of(typed), null, null);
        }
        Form form = checked(typed);
        Optional<NewLot> lot = lot(form);
        if (lot.isEmpty()) {
            return show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, merchant.get(), form, null, null);
        }
        Optional<Recording> recording = lots.record(merchant.get().id(), lot.get(), visitor.memberId());
        if (recording.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (recording.get()) {
            case Recording.Recorded done ->
                Pages.seeOther(visitor, "/merchant/lots?saved=" + done.lot().code());
            case Recording.Refused refused ->
                show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        merchant.get(),
                        with(form, refused.faults()),
                        null,
                        null);
        };
    }

    /** What cannot be read at all; what may be is the door's to say. */
    private static Form checked(Map<String, String> typed) {
        Form form = Form.of(typed);
        if (Ids.read(form.value("listing")).isEmpty()) {
            form = form.with("listing", "goods.lot.listing-missing");
        }
        if (day(form.value("harvestedOn")).isEmpty()) {
            form = form.with("harvestedOn", "goods.lot.HARVEST_DAY");
        }
        return grams(form.value("kilograms")).isEmpty() ? form.with("kilograms", "goods.lot.GRAMS_RANGE") : form;
    }

    private static Optional<NewLot> lot(Form form) {
        Optional<UUID> id = Ids.read(form.value("id"));
        Optional<UUID> listing = Ids.read(form.value("listing"));
        Optional<LocalDate> day = day(form.value("harvestedOn"));
        OptionalLong grams = grams(form.value("kilograms"));
        if (id.isEmpty() || listing.isEmpty() || day.isEmpty() || grams.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewLot(
                id.get(),
                listing.get(),
                day.get(),
                form.value("countyCode"),
                form.value("village"),
                grams.getAsLong(),
                form.value("certificate"),
                form.value("testReport")));
    }

    private static Form with(Form form, Set<Recording.Fault> faults) {
        Form told = form;
        for (Recording.Fault fault : faults) {
            String field =
                    switch (fault) {
                        case HARVEST_DAY -> "harvestedOn";
                        case COUNTY_UNKNOWN -> "countyCode";
                        case VILLAGE_LENGTH -> "village";
                        case GRAMS_RANGE -> "kilograms";
                        case CERTIFICATE_LENGTH -> "certificate";
                        case TEST_REPORT_LENGTH -> "testReport";
                    };
            told = told.with(field, "goods.lot." + fault.name());
        }
        return told;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong grams(String kilograms) {
        String text = kilograms.strip();
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,3})?")
                ? OptionalLong.of(new BigDecimal(text)
                        .movePointRight(GRAMS_PER_KILOGRAM_DIGITS)
                        .longValueExact())
                : OptionalLong.empty();
    }

    private HttpResponse<?> show(
            Visitor visitor,
            HttpStatus status,
            Merchant merchant,
            Form form,
            @Nullable String after,
            @Nullable String saved) {
        UUID beyond = after == null ? null : Ids.read(after).orElse(null);
        Slice<Lot> slice = lots.ofMerchant(merchant.id(), beyond, PAGE_SIZE);
        Map<UUID, Listing> known =
                listings.byIds(slice.items().stream().map(Lot::listingId).collect(Collectors.toSet()));
        Map<UUID, Long> sent =
                uses.sentGrams(slice.items().stream().map(Lot::id).collect(Collectors.toSet()));
        List<Row> rows = slice.items().stream()
                .map(lot -> new Row(
                        lot.id(),
                        lot.code(),
                        Optional.ofNullable(known.get(lot.listingId()))
                                .map(Listing::title)
                                .orElse(""),
                        lot.harvestedOn().toString(),
                        places.origin(visitor.language(), lot.countyCode()) + " " + lot.village(),
                        kilograms(lot.grams()),
                        kilograms(sent.getOrDefault(lot.id(), 0L))))
                .toList();
        return pages.show(
                visitor,
                status,
                "goods/lots",
                new LotsPage(
                        rows,
                        slice.nextAfter() == null ? null : "/merchant/lots?after=" + slice.nextAfter(),
                        beyond == null ? null : "/merchant/lots",
                        Ids.next(),
                        form,
                        offered(merchant, form.value("listing")),
                        choices.counties(form.value("province")),
                        saved));
    }

    private static String kilograms(long grams) {
        return BigDecimal.valueOf(grams, GRAMS_PER_KILOGRAM_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The newest of the merchant's goods, and the one it is about. */
    private List<Choice> offered(Merchant merchant, String chosen) {
        List<Choice> offered = new ArrayList<>();
        Ids.read(chosen)
                .flatMap(id -> goods.of(merchant.id(), id))
                .ifPresent(listing -> offered.add(new Choice(chosen, listing.title())));
        goods.page(merchant.id(), GoodsState.ALL, null, LISTINGS_OFFERED).items().stream()
                .map(listing -> new Choice(listing.id().toString(), listing.title()))
                .filter(choice -> !choice.value().equals(chosen))
                .forEach(offered::add);
        return offered;
    }

    record Row(UUID id, String code, String title, String day, String place, String kilograms, String sent) {}

    /** @param saved code of the lot just recorded, null when none was */
    record LotsPage(
            List<Row> rows,
            @Nullable String next,
            @Nullable String first,
            UUID id,
            Form form,
            List<Choice> listings,
            List<Choice> counties,
            @Nullable String saved) {}
}
