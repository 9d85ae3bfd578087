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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.Offering;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Saving;
import terrace.catalog.moderation.Submission;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's own goods: the list, new ones, and editing one. */
@Controller("/merchant/listings")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class GoodsController {
    private final MerchantDesk desk;
    private final OwnGoods goods;
    private final Moderation moderation;
    private final GoodsPages prepared;
    private final GoodsLists lists;
    private final Pages pages;

    GoodsController(
            MerchantDesk desk,
            OwnGoods goods,
            Moderation moderation,
            GoodsPages prepared,
            GoodsLists lists,
            Pages pages) {
        this.desk = desk;
        this.goods = goods;
        this.moderation = moderation;
        this.prepared = prepared;
        this.lists = lists;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String kept) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> pages.show(
                        visitor, "goods/list", lists.page(visitor.memberId(), merchant, state, q, after, kept)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/new")
    HttpResponse<?> blank(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> fresh(visitor, merchant, HttpStatus.OK, Form.of(prepared.blank(merchant))))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        Optional<UUID> id = Ids.read(typed.getOrDefault("id", ""));
        if (merchant.isEmpty() || id.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (onlyReshown(typed)) {
            return fresh(visitor, merchant.get(), HttpStatus.OK, Form.of(prepared.reshown(typed)));
        }
        Form form = ListingForm.checked(typed, prepared.asked(typed));
        if (form.errors().isEmpty()) {
            switch (goods.draft(ListingForm.listing(id.get(), merchant.get().id(), typed, prepared.asked(typed)))) {
                case Offering.Accepted accepted -> {
                    return typed.containsKey("submit")
                            ? submit(visitor, id.get())
                            : Pages.seeOther(visitor, "/merchant/listings/" + id.get() + "?saved=draft");
                }
                case Offering.Refused refused -> form = ListingForm.with(form, refused.faults());
            }
        }
        return fresh(visitor, merchant.get(), HttpStatus.UNPROCESSABLE_ENTITY, form);
    }

    /** @param saved after saving: {@code draft}, {@code now}, {@code waits} or {@code review} */
    @Get("/{id}")
    HttpResponse<?> edit(Visitor visitor, UUID id, @Nullable @QueryValue String saved) {
        return own(visitor, id)
                .<HttpResponse<?>>map(listing -> edit(
                        visitor,
                        HttpStatus.OK,
                        listing,
                        Form.of(ListingForm.fields(moderation.wanted(listing), listing.version())),
                        saved,
                        null))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Listing> listing = own(visitor, id);
        if (listing.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (onlyReshown(typed)) {
            return edit(visitor, HttpStatus.OK, listing.get(), Form.of(prepared.reshown(typed)), null, null);
        }
        Form form = ListingForm.checked(typed, prepared.asked(typed));
        if (!form.errors().isEmpty()) {
            return edit(visitor, HttpStatus.UNPROCESSABLE_ENTITY, listing.get(), form, null, null);
        }
        NewListing wanted = ListingForm.listing(id, listing.get().merchantId(), typed, prepared.asked(typed));
        long version = ListingForm.number(typed.getOrDefault("version", "")).orElse(0);
        Optional<Saving> saving = moderation.save(listing.get().merchantId(), version, wanted, visitor.memberId());
        if (saving.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (saving.get()) {
            case Saving.Saved saved when typed.containsKey("submit") -> submit(visitor, id);
            case Saving.Saved saved ->
                Pages.seeOther(visitor, "/merchant/listings/" + id + "?saved=" + (saved.waiting() ? "waits" : "now"));
            case Saving.Refused refused ->
                edit(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        listing.get(),
                        ListingForm.with(form, refused.faults()),
                        null,
                        null);
            case Saving.Conflict conflict -> clash(visitor, id, typed, wanted, conflict);
        };
    }

    /** A draft goes to the operators. */
    @Post("/{id}/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> submit(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return submit(visitor, id);
    }

    private HttpResponse<?> submit(Visitor visitor, UUID id) {
        Optional<Submission> submission =
                own(visitor, id).flatMap(listing -> moderation.submit(listing.merchantId(), id, visitor.memberId()));
        if (submission.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (submission.get()) {
            case Submission.Submitted done -> Pages.seeOther(visitor, "/merchant/listings/" + id + "?saved=review");
            case Submission.AlreadyPublished done -> Pages.seeOther(visitor, "/merchant/listings/" + id + "?saved=now");
            case Submission.Refused refused -> {
                Listing listing = own(visitor, id).orElseThrow();
                Form form = Form.of(ListingForm.fields(moderation.wanted(listing), listing.version()));
                yield edit(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        listing,
                        ListingForm.with(form, refused.faults()),
                        null,
                        null);
            }
        };
    }

    /** Shows both versions; what was typed is in the form, and saved over the other only when it is sent again. */
    private HttpResponse<?> clash(
            Visitor visitor, UUID id, Map<String, String> typed, NewListing mine, Saving.Conflict conflict) {
        Map<String, String> again = new java.util.HashMap<>(typed);
        again.put("version", Long.toString(conflict.version()));
        return own(visitor, id)
                .<HttpResponse<?>>map(listing -> edit(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        listing,
                        Form.of(ListingForm.merged(again, conflict.present())),
                        null,
                        prepared.clash(visitor.language(), conflict.present(), mine)))
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<Listing> own(Visitor visitor, UUID id) {
        return desk.of(visitor).flatMap(merchant -> goods.of(merchant.id(), id));
    }

    private static boolean onlyReshown(Map<String, String> typed) {
        return typed.containsKey("change-province")
                || typed.containsKey("change-category")
                || typed.containsKey("add-size");
    }

    private HttpResponse<?> fresh(Visitor visitor, Merchant merchant, HttpStatus status, Form form) {
        return pages.show(visitor, status, "goods/new", prepared.fresh(visitor.language(), merchant, form));
    }

    private HttpResponse<?> edit(
            Visitor visitor,
            HttpStatus status,
            Listing listing,
            Form form,
            @Nullable String saved,
            GoodsPages.@Nullable Clash clash) {
        return pages.show(
                visitor, status, "goods/edit", prepared.edit(visitor.language(), listing, form, saved, clash));
    }
}
