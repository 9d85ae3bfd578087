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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.centres.Centres;
import terrace.marketplace.centres.Fair;
import terrace.marketplace.centres.Point;
import terrace.marketplace.curation.Curation;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.PavilionAddresses;
import terrace.marketplace.zones.ZoneTerms;
import terrace.marketplace.zones.Zones;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What belongs to a pavilion beside its page: places, fairs, address, terms, curators, the poster. */
@Controller("/curation/{code}")
@Secured({Access.OPERATOR, Access.RECOMMENDER, Access.ORGANISER})
class SetupController {
    private final Curation curation;
    private final Centres centres;
    private final Zones zones;
    private final PavilionAddresses addresses;
    private final Accounts accounts;
    private final SetupForm forms;
    private final Pages pages;

    SetupController(
            Curation curation,
            Centres centres,
            Zones zones,
            PavilionAddresses addresses,
            Accounts accounts,
            SetupForm forms,
            Pages pages) {
        this.curation = curation;
        this.centres = centres;
        this.zones = zones;
        this.addresses = addresses;
        this.accounts = accounts;
        this.forms = forms;
        this.pages = pages;
    }

    @Get("/setup")
    HttpResponse<?> show(Visitor visitor, String code) {
        return page(visitor, HttpStatus.OK, code, null);
    }

    @Post("/points")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> point(Visitor visitor, String code, @Body Map<String, String> typed) {
        SetupForm.Read<Point> read = forms.point(typed);
        Point point = read.thing();
        return point == null
                ? again(visitor, code, read.form())
                : done(visitor, code, centres.add(me(visitor), code, point));
    }

    @Post("/fairs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> fair(Visitor visitor, String code, @Body Map<String, String> typed) {
        SetupForm.Read<Fair> read = forms.fair(typed);
        Fair fair = read.thing();
        return fair == null
                ? again(visitor, code, read.form())
                : done(visitor, code, centres.add(me(visitor), code, fair));
    }

    @Post("/places/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, String code, UUID id, @Body Map<String, String> typed) {
        return done(visitor, code, centres.remove(me(visitor), code, id));
    }

    @Post("/address")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> move(Visitor visitor, String code, @Body Map<String, String> typed) {
        if (mine(visitor, code).isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        return switch (addresses.move(code, form.value("address").strip(), "account:" + visitor.memberId())) {
            case MOVED -> done(visitor, code, true);
            case NOT_AN_ADDRESS -> again(visitor, code, form.with("address", "curation.address.wrong"));
            case TAKEN -> again(visitor, code, form.with("address", "curation.address.taken"));
        };
    }

    /** Terms are for zones alone. */
    @Post("/terms")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> terms(Visitor visitor, String code, @Body Map<String, String> typed) {
        if (mine(visitor, code).filter(SetupController::zone).isEmpty()) {
            return HttpResponse.notFound();
        }
        SetupForm.Read<ZoneTerms> read = forms.terms(code, typed);
        ZoneTerms terms = read.thing();
        if (terms == null) {
            return again(visitor, code, read.form());
        }
        zones.set(SetupForm.id(typed.getOrDefault("id", "")), terms, visitor.memberId());
        return done(visitor, code, true);
    }

    /** Operators say which organiser may arrange a pavilion. */
    @Post("/curators")
    @Secured(Access.OPERATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> appoint(Visitor visitor, String code, @Body Map<String, String> typed) {
        if (mine(visitor, code).isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        Optional<Account> organiser =
                accounts.bySignInName(form.value("curator").strip()).filter(account -> account.is(Role.ORGANISER));
        if (organiser.isEmpty()) {
            return again(visitor, code, form.with("curator", "curation.curator.wrong"));
        }
        curation.appoint(code, organiser.get().id(), "account:" + visitor.memberId());
        return done(visitor, code, true);
    }

    /** And that one may no more. */
    @Post("/curators/{id}/end")
    @Secured(Access.OPERATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> dismiss(Visitor visitor, String code, UUID id, @Body Map<String, String> typed) {
        if (mine(visitor, code).isEmpty()) {
            return HttpResponse.notFound();
        }
        curation.dismiss(code, id, "account:" + visitor.memberId());
        return done(visitor, code, true);
    }

    private List<Curator> curators(String code) {
        return accounts.byIds(curation.curators(code)).values().stream()
                .map(account -> new Curator(account.id(), account.name()))
                .sorted(Comparator.comparing(Curator::name))
                .toList();
    }

    private Optional<Pavilion> mine(Visitor visitor, String code) {
        return curation.of(me(visitor), code);
    }

    private static Account me(Visitor visitor) {
        return Desk.of(visitor).account();
    }

    private static boolean zone(Pavilion pavilion) {
        return pavilion.kind() == Pavilion.Kind.ZONE;
    }

    private static HttpResponse<?> done(Visitor visitor, String code, boolean mine) {
        return mine ? Pages.seeOther(visitor, "/curation/" + code + "/setup") : HttpResponse.notFound();
    }

    private HttpResponse<?> again(Visitor visitor, String code, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, form);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String code, @Nullable Form typed) {
        Optional<Pavilion> pavilion = mine(visitor, code);
        if (pavilion.isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean english = visitor.language().english();
        Optional<ZoneTerms> holding = zones.terms(code);
        return pages.show(
                visitor,
                status,
                "curation/setup",
                new SetupPage(
                        Desk.of(visitor).area(),
                        code,
                        english ? pavilion.get().nameEn() : pavilion.get().name(),
                        zone(pavilion.get()),
                        addresses.current(code),
                        centres.points(code),
                        centres.fairs(code),
                        curators(code),
                        holding.isPresent(),
                        Ids.next(),
                        typed != null ? typed : holding.map(forms::shown).orElse(Form.EMPTY)));
    }

    record Curator(UUID id, String name) {}

    /**
     * @param terms whether terms hold now, which the form then shows
     * @param next what the next thing added will be called
     */
    record SetupPage(
            String area,
            String code,
            String name,
            boolean zone,
            String address,
            List<Point> points,
            List<Fair> fairs,
            List<Curator> curators,
            boolean terms,
            UUID next,
            Form form) {}
}
