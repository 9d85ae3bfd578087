package terrace.web.certificates;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate;
import terrace.catalog.certificates.CertificateIntake;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.NewCertificate;
import terrace.catalog.certificates.Subject;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What vouches for a merchant's goods and harvests: handed in, named by more goods, taken off. */
@Controller("/merchant/certificates")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class MerchantCertificateController {
    private static final String HERE = "/merchant/certificates";
    private static final List<String> DONE = List.of("added", "named", "off");

    private final MerchantDesk desk;
    private final Certificates certificates;
    private final CertificatePages prepared;
    private final Pages pages;

    MerchantCertificateController(
            MerchantDesk desk, Certificates certificates, CertificatePages prepared, Pages pages) {
        this.desk = desk;
        this.certificates = certificates;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param subject what the next one shall vouch for, as {@link Subjects} writes it */
    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String subject,
            @Nullable @QueryValue String done) {
        Form form = Form.of(Map.of("subject", subject == null ? "" : subject));
        return page(visitor, HttpStatus.OK, form, after, done);
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> add(HttpRequest<?> request, Visitor visitor) {
        Upload upload = Uploads.orNothing(request);
        Form form = checked(Form.of(upload.fields()));
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        Optional<NewCertificate> said = said(form);
        if (said.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, null);
        }
        Optional<CertificateIntake> intake =
                certificates.add(merchant.get().id(), said.get(), upload.file(), visitor.memberId());
        if (intake.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (intake.get()) {
            case CertificateIntake.Taken taken -> Pages.seeOther(visitor, HERE + "?done=added");
            case CertificateIntake.Refused(CertificateIntake.Reason reason) ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        form.with(field(reason), "certificates.refused." + reason),
                        null,
                        null);
        };
    }

    @Get("/{id}/scan")
    HttpResponse<?> scan(Visitor visitor, UUID id) {
        return Scans.send(
                certificates.byId(id),
                desk.of(visitor).flatMap(merchant -> certificates.scan(merchant.id(), id)),
                false);
    }

    @Post("/{id}/uses")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> name(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(visitor, typed, "named", (merchant, subject) -> certificates.name(merchant, id, subject));
    }

    @Post("/{id}/uses/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeOff(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(visitor, typed, "off", (merchant, subject) -> certificates.takeOff(merchant, id, subject));
    }

    private HttpResponse<?> answer(Visitor visitor, Map<String, String> typed, String done, Act act) {
        Optional<Merchant> merchant = desk.of(visitor);
        Optional<Subject> subject = Subjects.read(typed.getOrDefault("subject", ""));
        return merchant.isPresent()
                        && subject.isPresent()
                        && act.on(merchant.get().id(), subject.get())
                ? Pages.seeOther(visitor, HERE + "?done=" + done)
                : HttpResponse.notFound();
    }

    private static Form checked(Form form) {
        Form told = form;
        if (kind(form).isEmpty()) {
            told = told.with("kind", "certificates.kind-missing");
        }
        if (Subjects.read(form.value("subject")).isEmpty()) {
            told = told.with("subject", "certificates.subject-missing");
        }
        return day(form.value("until")).isEmpty() && !form.value("until").isBlank()
                ? told.with("until", "certificates.no-day")
                : told;
    }

    private static Optional<NewCertificate> said(Form form) {
        Optional<UUID> id = Ids.read(form.value("id"));
        Optional<Certificate.Kind> kind = kind(form);
        Optional<Subject> subject = Subjects.read(form.value("subject"));
        return id.isEmpty()
                        || kind.isEmpty()
                        || subject.isEmpty()
                        || !form.errors().isEmpty()
                ? Optional.empty()
                : Optional.of(new NewCertificate(
                        id.get(),
                        kind.get(),
                        form.value("number"),
                        form.value("issuer"),
                        day(form.value("until")).orElse(null),
                        subject.get()));
    }

    private static Optional<Certificate.Kind> kind(Form form) {
        return Arrays.stream(Certificate.Kind.values())
                .filter(kind -> kind.name().equals(form.value("kind")))
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String field(CertificateIntake.Reason reason) {
        return switch (reason) {
            case NUMBER_LENGTH -> "number";
            case ISSUER_LENGTH -> "issuer";
            case EXPIRED -> "until";
            default -> "file";
        };
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Form form, @Nullable String after, @Nullable String done) {
        String known = done != null && DONE.contains(done) ? done : null;
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> pages.show(
                        visitor,
                        status,
                        "certificates/desk",
                        prepared.desk(
                                visitor.language(),
                                merchant.id(),
                                form,
                                Ids.read(after).orElse(null),
                                known)))
                .orElseGet(HttpResponse::notFound);
    }

    /** What is done with what a certificate vouches for; false when it is not there. */
    private interface Act {
        boolean on(UUID merchantId, Subject subject);
    }
}
