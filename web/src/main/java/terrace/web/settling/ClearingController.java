package terrace.web.settling;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.UUID;
import terrace.orders.clearing.RefusedClearings;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Has a bank told again of an accepted order that it would not clear; they are listed with the differences. */
@Controller("/operator/clearings/{orderId}/telling")
@Secured(Access.OPERATOR)
class ClearingController {
    private final RefusedClearings clearings;

    ClearingController(RefusedClearings clearings) {
        this.clearings = clearings;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> tellAgain(Visitor visitor, UUID orderId, @Body Map<String, String> typed) {
        boolean told = clearings.tellAgain(orderId, visitor.memberId());
        return Pages.seeOther(visitor, "/operator/differences?done=" + (told ? "told-again" : "told-before"));
    }
}
