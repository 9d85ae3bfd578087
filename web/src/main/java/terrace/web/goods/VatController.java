package terrace.web.goods;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.VatKind;
import terrace.catalog.moderation.Correction;
import terrace.catalog.moderation.Moderation;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The tax of a listing, as an operator sets it right. */
@Controller("/operator/listings/{id}/vat")
@Secured(Access.OPERATOR)
class VatController {
    private static final int ACTS_READ = 100;

    private final Listings listings;
    private final Moderation moderation;
    private final Audit audit;
    private final Choices choices;
    private final Sights sights;
    private final Pages pages;

    VatController(Listings listings, Moderation moderation, Audit audit, Choices choices, Sights sights, Pages pages) {
        this.listings = listings;
        this.moderation = moderation;
        this.audit = audit;
        this.choices = choices;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param id of the listing */
    @Get
    HttpResponse<?> show(Visitor visitor, UUID id, @Nullable @QueryValue String saved) {
        return show(visitor, HttpStatus.OK, id, null, saved);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<VatKind> kind = Arrays.stream(VatKind.values())
                .filter(known -> known.name().equals(typed.get("vatKind")))
                .findFirst();
        Optional<Correction> correction = kind.flatMap(
                known -> moderation.correctVat(id, known, visitor.memberId(), typed.getOrDefault("reason", "")));
        if (correction.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (correction.get()) {
            case DONE -> Pages.seeOther(visitor, "/operator/listings/" + id + "/vat?saved=yes");
            case REASON_MISSING ->
                show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        Form.of(typed).with("reason", "goods.vat.reason.missing"),
                        null);
        };
    }

    private HttpResponse<?> show(
            Visitor visitor, HttpStatus status, UUID id, @Nullable Form typed, @Nullable String saved) {
        Listing listing = listings.byIds(Set.of(id)).get(id);
        if (listing == null) {
            return HttpResponse.notFound();
        }
        VatKind present = listing.about().vatKind();
        return pages.show(
                visitor,
                status,
                "goods/vat",
                new VatPage(
                        id,
                        listing.title(),
                        present.name(),
                        listing.vatFixed(),
                        choices.vatKinds(visitor.language()),
                        audit.ofSubject("listing:" + id, ACTS_READ).stream()
                                .filter(entry -> entry.act().equals("listing.vat-corrected"))
                                .map(this::line)
                                .toList(),
                        typed == null ? Form.of(Map.of("vatKind", present.name())) : typed,
                        saved));
    }

    private Line line(AuditEntry entry) {
        Map<String, String> detail = entry.detail();
        return new Line(
                sights.time(entry.at()),
                detail.getOrDefault("before", ""),
                detail.getOrDefault("after", ""),
                detail.getOrDefault("reason", ""));
    }

    record Line(String at, String before, String after, String reason) {}

    record VatPage(
            UUID id,
            String title,
            String present,
            boolean fixed,
            List<Choice> kinds,
            List<Line> before,
            Form form,
            @Nullable String saved) {}
}
