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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Agreement;
import terrace.marketplace.applications.Agreements;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Signing;
import terrace.marketplace.assistance.Confirmations;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The agreement, to be read before and after it is signed. */
@Controller("/merchant/application/agreement")
@Secured(Access.SIGNED_IN)
class AgreementController {
    private final Agreements agreements;
    private final Confirmations confirmations;
    private final Applications applications;
    private final Pages pages;

    AgreementController(Agreements agreements, Confirmations confirmations, Applications applications, Pages pages) {
        this.confirmations = confirmations;
        this.agreements = agreements;
        this.applications = applications;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue Boolean sent) {
        return page(visitor, HttpStatus.OK, Form.EMPTY, Boolean.TRUE.equals(sent));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sign(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        if (!typed.containsKey("agreed")) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.EMPTY.with("agreed", "applications.agree.tick"));
        }
        String address = request.getRemoteAddress().getAddress().getHostAddress();
        Optional<Signing> signing = visitor.household() == null
                ? Optional.of(agreements.sign(visitor.memberId(), typed.getOrDefault("hash", ""), address))
                : confirmations.sign(
                        visitor.memberId(),
                        Objects.requireNonNull(visitor.session()).id(),
                        typed.getOrDefault("code", ""),
                        typed.getOrDefault("hash", ""),
                        address);
        return signing.isEmpty()
                ? page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Form.EMPTY.with("code", "applications.agree.code.wrong"))
                : answer(visitor, signing.get());
    }

    /** Sends the household a code: its word that the clerk may sign. */
    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendCode(Visitor visitor, @Body Map<String, String> typed) {
        return visitor.household() != null
                        && confirmations.ask(
                                visitor.memberId(),
                                Objects.requireNonNull(visitor.session()).id(),
                                visitor.language().english())
                ? Pages.seeOther(visitor, "/merchant/application/agreement?sent=true")
                : HttpResponse.notFound();
    }

    private HttpResponse<?> answer(Visitor visitor, Signing signing) {
        return switch (signing) {
            case Signing.HouseholdOnly only ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Form.EMPTY.with("code", "applications.agree.code.wrong"));
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
        return page(visitor, status, form, false);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, boolean codeSent) {
        Agreement agreement = agreements.current(visitor.language().english());
        boolean signable = applications
                .of(visitor.workerId())
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
                        signable,
                        visitor.household() != null,
                        codeSent));
    }

    /** @param confirmation whether the household has to confirm, since a clerk acts for it */
    record AgreementPage(
            Form form,
            String heading,
            List<String> paragraphs,
            String hash,
            boolean signable,
            boolean confirmation,
            boolean codeSent) {}
}
