package terrace.web.organiser;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.organising.CampaignChecks;
import terrace.marketplace.organising.CheckItem;
import terrace.marketplace.organising.Checking;
import terrace.marketplace.organising.Extensions;
import terrace.orders.promotions.CampaignFunds;
import terrace.orders.promotions.CampaignOpening;
import terrace.web.campaigns.CampaignPages;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The operators' desk for campaigns: those to check for the consumer's sake, and those to look through at the end. */
@Controller("/operator/campaigns")
@Secured(Access.OPERATOR)
class CheckController {
    private static final String HERE = "/operator/campaigns";

    private final CampaignChecks checks;
    private final CampaignFunds funds;
    private final Extensions extensions;
    private final CheckPages prepared;
    private final CampaignPages campaignPages;
    private final Pages pages;

    CheckController(
            CampaignChecks checks,
            CampaignFunds funds,
            Extensions extensions,
            CheckPages prepared,
            CampaignPages campaignPages,
            Pages pages) {
        this.checks = checks;
        this.funds = funds;
        this.extensions = extensions;
        this.prepared = prepared;
        this.campaignPages = campaignPages;
        this.pages = pages;
    }

    /** @param done what was just done, to say so */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return pages.show(
                visitor,
                "organiser/checks",
                prepared.list(
                        visitor.language(),
                        checks.in(CampaignState.CHECKING),
                        Stream.of(CampaignState.OPEN, CampaignState.LIVE)
                                .flatMap(state -> checks.in(state).stream())
                                .toList(),
                        checks.in(CampaignState.ENDED),
                        done != null && done.matches("OPEN|DRAFT|AUDITED") ? done : null));
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY);
    }

    @Get("/{id}/preview")
    HttpResponse<?> preview(Visitor visitor, UUID id) {
        return checks.of(id)
                .<HttpResponse<?>>map(campaign -> pages.show(
                        visitor, "campaigns/campaign", campaignPages.of(visitor.language(), campaign, false, true)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/opening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<CampaignOpening> opening = funds.open(visitor.memberId(), id, version(typed), ticked(typed));
        if (opening.isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        return switch (opening.get()) {
            case CampaignOpening.Checked(Checking checking) -> answer(visitor, id, typed, Optional.of(checking));
            case CampaignOpening.PlatformShort none -> again(visitor, id, form, "reason", "platform-short");
            case CampaignOpening.OrganiserShort none -> again(visitor, id, form, "reason", "organiser-short");
        };
    }

    @Post("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendBack(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        String reason = typed.getOrDefault("reason", "");
        return answer(
                visitor, id, typed, checks.sendBack(visitor.memberId(), id, version(typed), ticked(typed), reason));
    }

    @Post("/{id}/audit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> audit(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(visitor, id, typed, checks.audit(visitor.memberId(), id, typed.getOrDefault("reason", "")));
    }

    /** One form with two buttons: a later end is granted, with the whole check ticked anew, or not. */
    @Post("/{id}/extension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> extend(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        UUID me = visitor.memberId();
        Optional<Checking> outcome = Ids.read(typed.get("extension"))
                .flatMap(extension -> typed.containsKey("deny")
                        ? extensions.deny(me, id, extension, ticked(typed), typed.getOrDefault("reason", ""))
                        : extensions.grant(me, id, extension, ticked(typed)));
        if (outcome.isPresent() && outcome.get() instanceof Checking.Decided) {
            return Pages.seeOther(visitor, HERE + "/" + id);
        }
        if (outcome.isPresent() && outcome.get() instanceof Checking.StartPassed) {
            return again(visitor, id, Form.of(typed), "reason", "begun");
        }
        return answer(visitor, id, typed, outcome);
    }

    private HttpResponse<?> answer(Visitor visitor, UUID id, Map<String, String> typed, Optional<Checking> outcome) {
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        return switch (outcome.get()) {
            case Checking.Decided(CampaignState state) -> Pages.seeOther(visitor, HERE + "?done=" + state);
            case Checking.Unticked(Set<CheckItem> items) ->
                again(
                        visitor,
                        id,
                        form,
                        "check-" + items.stream().sorted().findFirst().orElseThrow(),
                        "unticked");
            case Checking.OwnWork own -> again(visitor, id, form, "reason", "own");
            case Checking.NoReason none -> again(visitor, id, form, "reason", "reason");
            case Checking.StartPassed passed -> again(visitor, id, form, "reason", "passed");
            case Checking.NotWaiting not -> again(visitor, id, form, "reason", "not-waiting");
        };
    }

    private HttpResponse<?> again(Visitor visitor, UUID id, Form form, String field, String key) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form.with(field, "organiser.check.wrong." + key));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form) {
        Optional<Campaign> campaign = checks.of(id);
        return campaign.<HttpResponse<?>>map(found ->
                        pages.show(visitor, status, "organiser/check", prepared.check(visitor.language(), found, form)))
                .orElseGet(() -> form.errors().isEmpty() ? HttpResponse.notFound() : Pages.seeOther(visitor, HERE));
    }

    private static Set<CheckItem> ticked(Map<String, String> typed) {
        return Arrays.stream(CheckItem.values())
                .filter(item -> typed.containsKey("check-" + item))
                .collect(Collectors.toSet());
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,8}") ? Integer.parseInt(version) : -1;
    }

    record Item(String name, boolean ticked) {}

    record CheckPage(
            String id,
            String title,
            String state,
            String owner,
            String starts,
            String ends,
            String goal,
            String borne,
            List<String> rules,
            List<String> story,
            List<Item> items,
            List<BoardPage.Mark> history,
            @Nullable ExtensionSight extension,
            int version,
            Form form) {}
}
