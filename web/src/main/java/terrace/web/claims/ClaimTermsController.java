package terrace.web.claims;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import terrace.orders.returns.ClaimKind;
import terrace.orders.returns.ClaimState;
import terrace.orders.returns.Spoiled;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What may be claimed until when, the scale for spoiled goods, and what anybody's silence means. */
@Controller("/claims")
@Secured(Access.ANYONE)
class ClaimTermsController {
    private final Pages pages;

    ClaimTermsController(Pages pages) {
        this.pages = pages;
    }

    @Get("/terms")
    HttpResponse<?> show(Visitor visitor) {
        return pages.show(
                visitor,
                "claims/terms",
                new TermsPage(
                        Arrays.stream(ClaimKind.values())
                                .map(kind -> new Kind(kind.name(), kind.window().toDays(), kind.photos()))
                                .toList(),
                        Arrays.stream(Spoiled.values())
                                .map(step -> new Step(step.name(), step.percent()))
                                .toList(),
                        Arrays.stream(ClaimState.values())
                                .filter(ClaimState::open)
                                .map(state -> new Silence(
                                        state.name(),
                                        state.within().orElseThrow().toHours()))
                                .toList()));
    }

    record Kind(String name, long days, boolean photos) {}

    record Step(String name, int percent) {}

    record Silence(String state, long hours) {}

    record TermsPage(List<Kind> kinds, List<Step> scale, List<Silence> silences) {}
}
