package terrace.web.applications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import terrace.marketplace.applications.Agreement;
import terrace.marketplace.applications.Agreements;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Signing;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The agreement, to be read before and after it is signed. */
@Controller("/merchant/application/agreement")
@Secured(Access.SIGNED_IN)
class AgreementController {
    private final Agreements agreements;
    private final Applications applications;
    private final Pages pages;

    AgreementController(Agreements agreements, Applications applications, Pages pages) {
        this.agreements = agreements;
        this.applications = applications;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return page(visitor, HttpStatus.OK, Form.EMPTY);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sign(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        if (!typed.containsKey("agreed")) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.EMPTY.with("agreed", "applications.agree.tick"));
        }
        String address = request.getRemoteAddress().getAddress().getHostAddress();
        return switch (agreements.sign(visitor.memberId(), typed.getOrDefault("hash", ""), address)) {
            case Signing.Opened opened -> Pages.seeOther(visitor, "/merchant/application");
            case Signing.TextChanged changed ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.EMPTY.with("agreed", "applications.agree.changed"));
            case Signing.NotApproved not ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Form.EMPTY.with("main", "applications.agree.not-approved"));
        };
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form) {
        Agreement agreement = agreements.current(visitor.language().english());
        boolean signable = applications
                .of(visitor.memberId())
                .filter(application -> application.state() == Application.State.REVIEWED)
                .isPresent();
        List<String> paragraphs = agreement.paragraphs();
        return pages.show(
                visitor,
                status,
                "applications/agreement",
                new AgreementPage(
                        form,
                        paragraphs.getFirst(),
                        paragraphs.subList(1, paragraphs.size()),
                        agreement.hash(),
                        signable));
    }

    record AgreementPage(Form form, String heading, List<String> paragraphs, String hash, boolean signable) {}
}
