package terrace.web.account;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.addresses.AddressDraft;
import terrace.marketplace.addresses.AddressSaving;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.addresses.PastedAddress;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.pages.Redirects;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where goods may go. */
@Controller("/account/addresses")
@Secured(Access.MEMBER)
class AddressController {
    private final Addresses addresses;
    private final Regions regions;
    private final Pages pages;

    AddressController(Addresses addresses, Regions regions, Pages pages) {
        this.addresses = addresses;
        this.regions = regions;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        List<Row> rows = addresses.ofMember(visitor.memberId()).stream()
                .map(address -> new Row(address, regions.path(address.countyCode())))
                .toList();
        return pages.show(visitor, "account/addresses", new AddressesPage(rows));
    }

    /** Without JavaScript the county is chosen in two steps: the province first, which reloads the form. */
    @Get("/new")
    HttpResponse<?> form(Visitor visitor, @Nullable @QueryValue String province, @Nullable @QueryValue String back) {
        Map<String, String> typed = new HashMap<>();
        typed.put("province", province == null ? visitor.provinceCode() : province);
        typed.put("back", back == null ? "" : back);
        return form(visitor, HttpStatus.OK, Form.of(typed));
    }

    @Get("/{id}")
    HttpResponse<?> edit(Visitor visitor, UUID id) {
        return addresses
                .ofMember(visitor.memberId(), id)
                .<HttpResponse<?>>map(address -> form(
                        visitor,
                        HttpStatus.OK,
                        Form.of(Map.of(
                                "id", address.id().toString(),
                                "recipient", address.recipient(),
                                "phone", address.phone(),
                                "province", address.countyCode().substring(0, Region.PROVINCE_DIGITS),
                                "countyCode", address.countyCode(),
                                "street", address.street(),
                                "preferred", address.preferred() ? "true" : "",
                                "back", ""))))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Visitor visitor, @Body Map<String, String> typed) {
        if (typed.containsKey("read")) {
            return form(visitor, HttpStatus.OK, Form.of(filled(typed)));
        }
        if (typed.containsKey("change-province")) {
            return form(visitor, HttpStatus.OK, Form.of(typed));
        }
        String back = typed.getOrDefault("back", "");
        return switch (addresses.save(visitor.memberId(), draft(typed))) {
            case AddressSaving.Saved saved ->
                Pages.seeOther(
                        visitor,
                        Redirects.inside(back)
                                ? back + "?address=" + saved.address().id()
                                : "/account/addresses");
            case AddressSaving.Wrong wrong -> {
                Form form = Form.of(typed);
                for (Map.Entry<String, String> problem : wrong.problems().entrySet()) {
                    form = form.with(problem.getKey(), problem.getValue());
                }
                yield form(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form);
            }
            case AddressSaving.TooMany many ->
                form(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Form.of(typed).with("recipient", "account.address.too-many"));
            case AddressSaving.Absent absent -> HttpResponse.notFound();
        };
    }

    @Post("/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return addresses.remove(visitor.memberId(), id)
                ? Pages.seeOther(visitor, "/account/addresses")
                : HttpResponse.notFound();
    }

    private HttpResponse<?> form(Visitor visitor, HttpStatus status, Form form) {
        List<Region> counties = regions.counties(form.value("province"));
        return pages.show(visitor, status, "account/address", new AddressPage(form, counties));
    }

    /** What was pasted, in its fields; what could not be read stays as it was typed. */
    private Map<String, String> filled(Map<String, String> typed) {
        PastedAddress read = addresses.read(typed.getOrDefault("pasted", ""));
        Map<String, String> filled = new HashMap<>(typed);
        Map.of(
                        "recipient", read.recipient(),
                        "phone", read.phone(),
                        "province", read.provinceCode(),
                        "countyCode", read.countyCode(),
                        "street", read.street())
                .forEach((field, value) -> {
                    if (!value.isEmpty()) {
                        filled.put(field, value);
                    }
                });
        return filled;
    }

    private static AddressDraft draft(Map<String, String> typed) {
        return new AddressDraft(
                Ids.read(typed.getOrDefault("id", "")).orElse(null),
                typed.getOrDefault("recipient", ""),
                typed.getOrDefault("phone", ""),
                typed.getOrDefault("countyCode", ""),
                typed.getOrDefault("street", ""),
                typed.containsKey("preferred"));
    }

    record Row(Address address, String place) {}

    record AddressesPage(List<Row> rows) {}

    record AddressPage(Form form, List<Region> counties) {}
}
