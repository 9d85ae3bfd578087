package terrace.web.enrolments;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.campaignletters.Audience;
import terrace.catalog.campaignletters.CampaignLetters;
import terrace.catalog.campaignletters.Sending;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.organising.Organisers;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Who runs a campaign writes to the shops that are in it, or invites those that could be. */
@Controller("/organiser/campaigns/{id}/letters")
@Secured({Access.ORGANISER, Access.RECOMMENDER})
class LetterController {
    private final Organisers organisers;
    private final CampaignLetters letters;
    private final Sights sights;
    private final Words words;
    private final Pages pages;

    LetterController(Organisers organisers, CampaignLetters letters, Sights sights, Words words, Pages pages) {
        this.organisers = organisers;
        this.letters = letters;
        this.sights = sights;
        this.words = words;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, UUID id, @Nullable @QueryValue String done) {
        return own(visitor, id)
                .<HttpResponse<?>>map(campaign -> show(visitor, campaign, HttpStatus.OK, Form.EMPTY, done != null))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Campaign> campaign = own(visitor, id);
        Form form = Form.of(typed);
        Optional<UUID> letter = Ids.read(form.value("letter"));
        if (campaign.isEmpty() || letter.isEmpty()) {
            return HttpResponse.notFound();
        }
        Audience audience =
                Audience.INVITED.name().equals(form.value("audience")) ? Audience.INVITED : Audience.ENROLLED;
        Sending outcome = letters.send(campaign.get(), letter.get(), audience, form.value("text"), visitor.memberId());
        return switch (outcome) {
            case Sending.Sent sent -> Pages.seeOther(visitor, "/organiser/campaigns/" + id + "/letters?done=sent");
            case Sending.TextWrong wrong ->
                again(visitor, campaign.get(), form.with("text", "enrolments.letter.text.wrong"));
            case Sending.Nobody nobody ->
                again(visitor, campaign.get(), form.with("audience", "enrolments.letter.nobody"));
            case Sending.Enough enough -> again(visitor, campaign.get(), form.with("text", "enrolments.letter.enough"));
            case Sending.Closed closed ->
                again(visitor, campaign.get(), form.with("audience", "enrolments.letter.closed"));
        };
    }

    /** One's own, once it was announced: before, nobody may be told of it. */
    private Optional<Campaign> own(Visitor visitor, UUID id) {
        return visitor.account()
                .flatMap(account -> organisers.campaign(account, id))
                .filter(campaign -> campaign.state().announced());
    }

    private HttpResponse<?> again(Visitor visitor, Campaign campaign, Form form) {
        return show(visitor, campaign, HttpStatus.UNPROCESSABLE_ENTITY, form, false);
    }

    private HttpResponse<?> show(Visitor visitor, Campaign campaign, HttpStatus status, Form form, boolean done) {
        return pages.show(
                visitor,
                status,
                "enrolments/letters",
                new LettersPage(
                        campaign.id(),
                        EnrolmentWords.title(visitor.language(), campaign),
                        Ids.next(),
                        Arrays.stream(Audience.values())
                                .map(audience -> new Option(
                                        audience.name(),
                                        words.say(
                                                visitor.language(),
                                                "enrolments.letter.audience." + audience,
                                                letters.reach(campaign, audience))))
                                .toList(),
                        letters.of(campaign.id()).stream()
                                .map(letter -> new Row(
                                        sights.time(letter.sentAt()),
                                        letter.audience().name(),
                                        letter.text(),
                                        letter.told(),
                                        letter.shops()))
                                .toList(),
                        form,
                        done));
    }

    record Option(String value, String text) {}

    /** @param told of the shops it goes to */
    record Row(String at, String audience, String text, int told, int shops) {}

    /** @param letter what the next one will be called */
    record LettersPage(
            UUID id, String title, UUID letter, List<Option> audiences, List<Row> rows, Form form, boolean done) {}
}
