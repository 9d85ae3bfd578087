package terrace.web.curation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.curation.Arrangement;
import terrace.marketplace.curation.Curation;
import terrace.marketplace.curation.Section;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.pavilions.Pavilion;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.shop.PavilionPages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Arranging the pages of pavilions: drafts, looking at them, letting them begin, taking them back. */
@Controller("/curation")
@Secured({Access.OPERATOR, Access.RECOMMENDER, Access.ORGANISER})
class CurationController {
    private static final String HERE = "/curation";
    /** The usual order, for those not placed yet. */
    private static final List<String> SECTIONS =
            List.of(Section.values()).stream().map(Section::name).toList();

    private final Curation curation;
    private final ArrangementForm forms;
    private final PavilionPages shown;
    private final Sights sights;
    private final Pages pages;

    CurationController(Curation curation, ArrangementForm forms, PavilionPages shown, Sights sights, Pages pages) {
        this.curation = curation;
        this.forms = forms;
        this.shown = shown;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        Desk desk = Desk.of(visitor);
        boolean english = visitor.language().english();
        return pages.show(
                visitor,
                "curation/pavilions",
                new ListPage(
                        desk.area(),
                        curation.of(desk.account()).stream()
                                .map(pavilion -> new Row(
                                        pavilion.code(),
                                        english ? pavilion.nameEn() : pavilion.name(),
                                        pavilion.kind().name()))
                                .toList()));
    }

    @Get("/{code}")
    HttpResponse<?> show(Visitor visitor, String code) {
        return page(visitor, HttpStatus.OK, code, null);
    }

    /** Keeps a draft and shows it as the page would be. */
    @Post("/{code}/arrangements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> draft(Visitor visitor, String code, @Body Map<String, String> typed) {
        ArrangementForm.Read read = forms.read(typed);
        Arrangement.Content content = read.content();
        if (content == null) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, read.form());
        }
        UUID id = Ids.read(typed.get("arrangement")).orElseGet(Ids::next);
        return curation.draft(Desk.of(visitor).account(), code, id, content)
                ? Pages.seeOther(visitor, HERE + "/" + code + "/arrangements/" + id)
                : HttpResponse.notFound();
    }

    @Get("/{code}/arrangements/{id}")
    HttpResponse<?> preview(Visitor visitor, String code, UUID id) {
        return preview(visitor, HttpStatus.OK, code, id, null);
    }

    /** @param wrong key of what is wrong with the moment that was typed; null for nothing */
    private HttpResponse<?> preview(Visitor visitor, HttpStatus status, String code, UUID id, @Nullable String wrong) {
        Desk desk = Desk.of(visitor);
        Optional<Arrangement> found = curation.byId(desk.account(), code, id);
        Optional<Pavilion> pavilion = curation.of(desk.account(), code);
        if (found.isEmpty() || pavilion.isEmpty()) {
            return HttpResponse.notFound();
        }
        Arrangement arrangement = found.get();
        return pages.show(
                visitor,
                status,
                "shop/pavilion",
                shown.page(visitor.language(), pavilion.get(), arrangement.content(), "", "")
                        .tried(new PavilionPages.Trial(
                                HERE + "/" + code + "/arrangements/" + id,
                                HERE + "/" + code,
                                arrangement.state().name(),
                                wrong)));
    }

    @Post("/{code}/arrangements/{id}/beginning")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(Visitor visitor, String code, UUID id, @Body Map<String, String> typed) {
        String at = typed.getOrDefault("at", "");
        Instant moment = moment(at);
        if (moment == null && !at.isBlank()) {
            return preview(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, id, "curation.at.wrong");
        }
        return curation.begin(Desk.of(visitor).account(), code, id, moment)
                ? Pages.seeOther(visitor, HERE + "/" + code)
                : HttpResponse.notFound();
    }

    @Post("/{code}/arrangements/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(Visitor visitor, String code, UUID id, @Body Map<String, String> typed) {
        return curation.withdraw(Desk.of(visitor).account(), code, id)
                ? Pages.seeOther(visitor, HERE + "/" + code)
                : HttpResponse.notFound();
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String code, @Nullable Form typed) {
        Desk desk = Desk.of(visitor);
        Optional<Pavilion> pavilion = curation.of(desk.account(), code);
        Optional<List<Arrangement>> newest = curation.newest(desk.account(), code);
        if (pavilion.isEmpty() || newest.isEmpty()) {
            return HttpResponse.notFound();
        }
        UUID holding = curation.holdingId(code).orElse(null);
        return pages.show(
                visitor,
                status,
                "curation/pavilion",
                new ArrangePage(
                        desk.area(),
                        code,
                        visitor.language().english()
                                ? pavilion.get().nameEn()
                                : pavilion.get().name(),
                        newest.get().stream().map(each -> line(each, holding)).toList(),
                        Ids.next(),
                        SECTIONS,
                        typed == null ? forms.filled(curation.holding(code)) : typed));
    }

    private Line line(Arrangement arrangement, @Nullable UUID holding) {
        Instant starts = arrangement.startsAt();
        return new Line(
                arrangement.id(),
                sights.time(arrangement.madeAt()),
                starts == null ? "" : sights.time(starts),
                arrangement.id().equals(holding)
                        ? "HOLDING"
                        : arrangement.state().name());
    }

    /** As people in China write it; null for now, and for what is no moment. */
    private static @Nullable Instant moment(String text) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDateTime.parse(text.strip()).atZone(Clock.ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    record Row(String code, String name, String kind) {}

    record ListPage(String area, List<Row> pavilions) {}

    /** @param state words are at {@code curation.state.<state>} */
    record Line(UUID id, String madeAt, String startsAt, String state) {}

    /** @param arrangement what the next draft will be called */
    record ArrangePage(
            String area,
            String code,
            String name,
            List<Line> lines,
            UUID arrangement,
            List<String> sections,
            Form form) {}
}
