package terrace.web.merchant;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import terrace.marketplace.filters.SavedFilter;
import terrace.marketplace.filters.SavedFilter.Place;
import terrace.marketplace.filters.SavedFilters;
import terrace.marketplace.staff.StaffRight;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Filters of the lists of orders and goods, kept by who looks at them. */
@Controller("/merchant")
@Secured(Access.MERCHANT)
class FilterController {
    /** What a list may be asked; anything else of a form is not kept. */
    private static final List<String> ASKED = List.of("state", "province", "q");

    private static final int VALUE_CHARS_MAX = 20;

    private final SavedFilters filters;

    FilterController(SavedFilters filters) {
        this.filters = filters;
    }

    @Post("/orders/filters")
    @ForStaff(StaffRight.SHIPPING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> orders(Visitor visitor, @Body Map<String, String> typed) {
        return change(visitor, Place.ORDERS, "/merchant/orders", typed);
    }

    @Post("/listings/filters")
    @ForStaff(StaffRight.GOODS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> listings(Visitor visitor, @Body Map<String, String> typed) {
        return change(visitor, Place.LISTINGS, "/merchant/listings", typed);
    }

    private HttpResponse<?> change(Visitor visitor, Place place, String list, Map<String, String> typed) {
        String query = ASKED.stream()
                .filter(name -> !typed.getOrDefault(name, "").isBlank())
                .map(name -> name + "=" + encoded(typed.getOrDefault(name, "")))
                .collect(Collectors.joining("&"));
        String name = typed.getOrDefault("name", "");
        if (typed.containsKey("drop")) {
            filters.drop(visitor.memberId(), place, name);
            return Pages.seeOther(visitor, list + "?" + query);
        }
        return switch (filters.keep(visitor.memberId(), new SavedFilter(place, name, query))) {
            case KEPT -> Pages.seeOther(visitor, list + "?" + query);
            case NAME_LENGTH -> Pages.seeOther(visitor, list + "?" + query + "&kept=name");
            case TOO_MANY -> Pages.seeOther(visitor, list + "?" + query + "&kept=many");
        };
    }

    private static String encoded(String value) {
        String tidy = value.strip();
        int chars = Math.min(VALUE_CHARS_MAX, tidy.codePointCount(0, tidy.length()));
        return URLEncoder.encode(tidy.substring(0, tidy.offsetByCodePoints(0, chars)), StandardCharsets.UTF_8);
    }
}
