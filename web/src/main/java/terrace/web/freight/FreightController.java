package terrace.web.freight;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightSaving;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightUse;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's freight templates: what each costs, a new one, and changing one. */
@Controller("/merchant/freight")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class FreightController {
    private final MerchantDesk desk;
    private final Freight freight;
    private final FreightPages prepared;
    private final Pages pages;

    FreightController(MerchantDesk desk, Freight freight, FreightPages prepared, Pages pages) {
        this.desk = desk;
        this.freight = freight;
        this.prepared = prepared;
        this.pages = pages;
    }

    /**
     * With what one parcel would cost by each of them.
     *
     * @param kg weight of the parcel, in kilograms
     * @param goods what is in it is worth, in yuan
     */
    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String kg,
            @Nullable @QueryValue String province,
            @Nullable @QueryValue String goods,
            @Nullable @QueryValue String saved) {
        Map<String, String> asked = new HashMap<>();
        put(asked, "kg", kg);
        put(asked, "province", province);
        put(asked, "goods", goods);
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> {
                    FreightPages.ListPage page = prepared.list(visitor.language(), merchant.id(), asked, saved);
                    HttpStatus status =
                            page.form().errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
                    return pages.show(visitor, status, "freight/list", page);
                })
                .orElseGet(HttpResponse::notFound);
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    @Get("/new")
    HttpResponse<?> blank(Visitor visitor) {
        Map<String, String> fields = FreightForm.blank();
        fields.put("id", Ids.next().toString());
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> show(visitor, HttpStatus.OK, Form.of(fields), null, null))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(Visitor visitor, @Body Map<String, String> typed) {
        return Ids.read(typed.getOrDefault("id", ""))
                .<HttpResponse<?>>map(id -> save(visitor, id, null, typed))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}")
    HttpResponse<?> edit(Visitor visitor, UUID id) {
        return own(visitor, id)
                .<HttpResponse<?>>map(template -> {
                    long version = freight.uses(template.merchantId())
                            .getOrDefault(id, new FreightUse(0, 0))
                            .version();
                    return show(visitor, HttpStatus.OK, Form.of(FreightForm.fields(template, version)), id, null);
                })
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return own(visitor, id).isEmpty() ? HttpResponse.notFound() : save(visitor, id, id, typed);
    }

    private HttpResponse<?> save(Visitor visitor, UUID id, @Nullable UUID known, Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (typed.containsKey("add-zone")) {
            return show(visitor, HttpStatus.OK, Form.of(FreightForm.withRow(typed)), known, null);
        }
        Form form = FreightForm.checked(typed);
        if (!form.errors().isEmpty()) {
            return show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, known, null);
        }
        FreightTemplate wanted = FreightForm.template(id, merchant.get().id(), typed);
        long version = FreightForm.version(typed);
        return switch (freight.save(version, wanted).orElse(null)) {
            case null -> HttpResponse.notFound();
            case FreightSaving.Saved saved -> Pages.seeOther(visitor, "/merchant/freight?saved=yes");
            case FreightSaving.Refused refused ->
                show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, FreightForm.with(form, refused.faults()), known, null);
            case FreightSaving.Conflict conflict -> {
                Map<String, String> again = new HashMap<>(typed);
                again.put("version", Long.toString(conflict.version()));
                yield show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.of(again), id, conflict.present());
            }
        };
    }

    private Optional<FreightTemplate> own(Visitor visitor, UUID id) {
        return desk.of(visitor)
                .flatMap(merchant -> freight.byId(id)
                        .filter(template -> template.merchantId().equals(merchant.id())));
    }

    private HttpResponse<?> show(
            Visitor visitor, HttpStatus status, Form form, @Nullable UUID id, @Nullable FreightTemplate theirs) {
        return pages.show(visitor, status, "freight/edit", prepared.edit(visitor.language(), form, id, theirs));
    }
}
