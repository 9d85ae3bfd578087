package terrace.web.operator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import terrace.orders.settlement.PayoutRun;
import terrace.orders.settlement.Settlement;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Pays merchants what they are owed. Sent twice, it pays once. */
@Controller("/operator/payouts")
@Secured(Access.OPERATOR)
class PayoutController {
    private final Settlement settlement;

    PayoutController(Settlement settlement) {
        this.settlement = settlement;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(Visitor visitor, @Body Map<String, String> typed) {
        PayoutRun run = settlement.send(visitor.memberId());
        return Pages.seeOther(
                visitor,
                "/operator/settlement?sent=" + run.payouts().size() + "&held="
                        + run.held().size());
    }
}
