package terrace.web.certificates;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.CertificateReviews;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.Ruling;
import terrace.marketplace.ids.Ids;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Certificates that wait for an operator, each with its scan and all that it is to vouch for. */
@Controller("/operator/certificates")
@Secured(Access.OPERATOR)
class OperatorCertificateController {
    private final Certificates certificates;
    private final CertificateReviews reviews;
    private final CertificatePages prepared;
    private final Pages pages;

    OperatorCertificateController(
            Certificates certificates, CertificateReviews reviews, CertificatePages prepared, Pages pages) {
        this.certificates = certificates;
        this.reviews = reviews;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> queue(Visitor visitor, @Nullable @QueryValue String after, @Nullable @QueryValue String done) {
        boolean known = "approved".equals(done) || "returned".equals(done);
        return page(visitor, HttpStatus.OK, Form.EMPTY, after, known ? done : null);
    }

    @Get("/{id}/scan")
    HttpResponse<?> scan(Visitor visitor, UUID id) {
        return Scans.send(certificates.byId(id), certificates.scan(id), false);
    }

    @Post("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        boolean scanPublic = form.value("scan-public").equals("true");
        return answer(
                visitor,
                id,
                form,
                version(form).flatMap(version -> reviews.approve(id, version, scanPublic, visitor.memberId())),
                "approved");
    }

    @Post("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> giveBack(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return answer(
                visitor,
                id,
                form,
                version(form)
                        .flatMap(version ->
                                reviews.giveBack(id, version, form.value("reason-" + id), visitor.memberId())),
                "returned");
    }

    private HttpResponse<?> answer(Visitor visitor, UUID id, Form form, Optional<Ruling> ruling, String done) {
        if (ruling.isEmpty()) {
            return HttpResponse.notFound();
        }
        String field = "reason-" + id;
        return switch (ruling.get()) {
            case Ruling.Done said -> Pages.seeOther(visitor, "/operator/certificates?done=" + done);
            case Ruling.Overtaken late -> mend(visitor, form.with(field, "certificates.overtaken"));
            case Ruling.Expired expired -> mend(visitor, form.with(field, "certificates.refused.EXPIRED"));
            case Ruling.ReasonMissing missing -> mend(visitor, form.with(field, "certificates.reason-missing"));
        };
    }

    private static Optional<Integer> version(Form form) {
        String version = form.value("version");
        return version.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(version)) : Optional.empty();
    }

    private HttpResponse<?> mend(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, null);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Form form, @Nullable String after, @Nullable String done) {
        return pages.show(
                visitor,
                status,
                "certificates/queue",
                prepared.queue(visitor.language(), form, Ids.read(after).orElse(null), done));
    }
}
