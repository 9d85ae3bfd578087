package terrace.web.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.util.Map;
import terrace.web.signin.Access;
import terrace.web.signin.Cookies;
import terrace.web.signin.Visitor;

/** Remembers how somebody wants to see the site and where goods shall go. */
@Controller("/preferences")
@Secured(Access.ANYONE)
class PreferencesController {
    private final Cookies cookies;

    PreferencesController(Cookies cookies) {
        this.cookies = cookies;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Visitor visitor, @Body Map<String, String> form) {
        String back = form.getOrDefault("back", "/");
        MutableHttpResponse<?> response =
                HttpResponse.seeOther(URI.create(visitor.link(Redirects.inside(back) ? back : "/")));
        String province = form.getOrDefault("province", "");
        if (Provinces.CODES.contains(province)) {
            cookies.set(response, Cookies.PROVINCE, province);
        }
        Appearance now = visitor.appearance();
        boolean elder = form.containsKey("mode") ? "elder".equals(form.get("mode")) : now.elder();
        boolean contrast = form.containsKey("contrast") ? "high".equals(form.get("contrast")) : now.highContrast();
        cookies.set(response, Cookies.APPEARANCE, "-" + new Appearance(elder, contrast).write());
        return response;
    }
}
