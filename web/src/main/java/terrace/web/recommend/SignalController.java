package terrace.web.recommend;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where browsers tell what was looked at and what was passed by; a form like any other, token and all. */
@Controller("/signals")
@Secured(Access.SIGNED_IN)
class SignalController {
    private final Watching watching;

    SignalController(Watching watching) {
        this.watching = watching;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> tell(Visitor visitor, @Body Map<String, String> typed) {
        watching.told(visitor, typed.getOrDefault("signals", ""));
        return HttpResponse.noContent();
    }
}
