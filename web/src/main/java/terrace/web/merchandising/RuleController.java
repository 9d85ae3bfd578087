package terrace.web.merchandising;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.NewRule;
import terrace.search.merchandising.Rule;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Ruling;
import terrace.search.merchandising.Ruling.Fault;
import terrace.web.merchandising.Effects.Effect;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Words that mean the same, goods put first, hidden or helped: made with their effect in view, and undone. */
@Controller("/operator/search/rules")
@Secured(Access.OPERATOR)
class RuleController {
    private static final String HERE = "/operator/search/rules";

    private final Merchandising merchandising;
    private final Effects effects;
    private final RulePages prepared;
    private final Pages pages;

    RuleController(Merchandising merchandising, Effects effects, RulePages prepared, Pages pages) {
        this.merchandising = merchandising;
        this.effects = effects;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param done what was just done, to say so */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue Long before, @Nullable @QueryValue String done) {
        return pages.show(visitor, "merchandising/rules", prepared.list(visitor.language(), before, done));
    }

    /** An empty form; what is known already, the text or the listing, may stand in the address. */
    @Get("/new")
    HttpResponse<?> blank(
            Visitor visitor,
            @QueryValue(defaultValue = "PIN") Kind kind,
            @QueryValue(defaultValue = "") String asked,
            @QueryValue(defaultValue = "") String listing) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", Ids.next().toString());
        fields.put("kind", kind.name());
        fields.put("asked", asked);
        fields.put("listing", listing);
        fields.put("place", "1");
        fields.put("strength", "1");
        return form(visitor, HttpStatus.OK, Form.of(fields), null);
    }

    /** Shows the effect when {@code act} is {@code preview}, and makes the rule otherwise. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(Visitor visitor, @Body Map<String, String> typed) {
        Form form = RuleForm.readable(Form.of(typed));
        Optional<NewRule> wanted = RuleForm.rule(form);
        if (wanted.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (!form.errors().isEmpty()) {
            return refused(visitor, RuleForm.mended(form, merchandising.faults(wanted.get())));
        }
        if (form.value("act").equals("preview")) {
            return preview(visitor, form, wanted.get());
        }
        return switch (merchandising.make(visitor.memberId(), wanted.get())) {
            case Ruling.Made made -> Pages.seeOther(visitor, HERE + "?done=made");
            case Ruling.Refused refused -> refused(visitor, RuleForm.mended(form, refused.faults()));
        };
    }

    private HttpResponse<?> preview(Visitor visitor, Form form, NewRule wanted) {
        Set<Fault> faults = merchandising.faults(wanted);
        if (!faults.isEmpty()) {
            return refused(visitor, RuleForm.mended(form, faults));
        }
        String text = RuleForm.sample(form);
        if (text.isEmpty()) {
            return refused(visitor, form.with("sample", "merchandising.fault.SAMPLE_MISSING"));
        }
        Effect effect =
                effects.of(text, merchandising.without(wanted.id()), merchandising.with(visitor.memberId(), wanted));
        return form(visitor, HttpStatus.OK, form, effect);
    }

    /** One rule, and what a search would find without it. */
    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id, @QueryValue(defaultValue = "") String sample) {
        return merchandising
                .byId(id)
                .<HttpResponse<?>>map(rule -> {
                    String text = sample.isBlank() ? itsOwn(rule) : sample.strip();
                    Effect effect = text.isEmpty() || rule.ended()
                            ? null
                            : effects.of(text, merchandising.without(id), merchandising.present());
                    return pages.show(
                            visitor, "merchandising/rule", prepared.rule(visitor.language(), rule, effect, text));
                })
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(Visitor visitor, UUID id) {
        if (merchandising.byId(id).isEmpty()) {
            return HttpResponse.notFound();
        }
        return Pages.seeOther(
                visitor, HERE + (merchandising.end(visitor.memberId(), id) ? "?done=ended" : "?done=over"));
    }

    /** Puts an ended rule back in force. */
    @Post("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> putBack(Visitor visitor, UUID id) {
        if (merchandising.byId(id).isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean back = merchandising.putBack(visitor.memberId(), id).isPresent();
        return Pages.seeOther(visitor, HERE + (back ? "?done=back" : "?done=over"));
    }

    private static String itsOwn(Rule rule) {
        return rule.kind() == Kind.SYNONYM ? rule.words().getFirst() : rule.asked();
    }

    private HttpResponse<?> refused(Visitor visitor, Form form) {
        return form(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
    }

    private HttpResponse<?> form(Visitor visitor, HttpStatus status, Form form, @Nullable Effect effect) {
        return pages.show(visitor, status, "merchandising/rule-form", prepared.form(visitor.language(), form, effect));
    }
}
