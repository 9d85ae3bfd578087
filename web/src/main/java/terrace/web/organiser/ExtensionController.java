package terrace.web.organiser;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.organising.Extending;
import terrace.marketplace.organising.Extensions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** An organiser asks that a campaign that has not begun end later. */
@Controller("/organiser/campaigns/{id}/extension")
@Secured({Access.ORGANISER, Access.RECOMMENDER})
class ExtensionController {
    private final OrganiserDesk desk;
    private final Extensions extensions;
    private final BoardPages prepared;
    private final Pages pages;

    ExtensionController(OrganiserDesk desk, Extensions extensions, BoardPages prepared, Pages pages) {
        this.desk = desk;
        this.extensions = extensions;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Campaign> campaign = desk.campaign(visitor, id);
        Optional<UUID> extension = Ids.read(typed.get("extension"));
        if (campaign.isEmpty() || extension.isEmpty()) {
            return HttpResponse.notFound();
        }
        PlanReading reading = new PlanReading(Form.of(typed));
        Instant ends = reading.moment("ends", Instant.EPOCH);
        if (!reading.good()) {
            return again(visitor, campaign.get(), reading.form());
        }
        return desk.organiser(visitor)
                .flatMap(organiser -> extensions.ask(organiser, id, extension.get(), ends, reading.value("longer")))
                .<HttpResponse<?>>map(outcome -> switch (outcome) {
                    case Extending.Asked asked ->
                        Pages.seeOther(visitor, "/organiser/campaigns/" + id + "?done=asked-longer");
                    case Extending.Waiting waiting -> Pages.seeOther(visitor, "/organiser/campaigns/" + id);
                    case Extending.NotNow late -> Pages.seeOther(visitor, "/organiser/campaigns/" + id);
                    case Extending.EndWrong wrong ->
                        again(visitor, campaign.get(), reading.form().with("ends", "organiser.longer.ends.wrong"));
                    case Extending.NoReason none ->
                        again(visitor, campaign.get(), reading.form().with("longer", "organiser.reason.wrong"));
                })
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> again(Visitor visitor, Campaign campaign, Form form) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "organiser/campaign",
                prepared.board(visitor.language(), campaign, form, null));
    }
}
