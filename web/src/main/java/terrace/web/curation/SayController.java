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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.catalog.listings.Listings;
import terrace.marketplace.governance.Governance;
import terrace.marketplace.governance.Proposal;
import terrace.marketplace.governance.Proposing;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What a partner has to say in the pavilions it co-owns: proposals, votes, results. */
@Controller("/partner/pavilions/{code}")
@Secured(Access.RECOMMENDER)
class SayController {
    private final Governance governance;
    private final Merchants merchants;
    private final Listings listings;
    private final SayPages prepared;
    private final Pages pages;

    SayController(Governance governance, Merchants merchants, Listings listings, SayPages prepared, Pages pages) {
        this.governance = governance;
        this.merchants = merchants;
        this.listings = listings;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, String code) {
        return page(visitor, HttpStatus.OK, code, Form.EMPTY);
    }

    /** A merchant by its code, or goods by the address of their page. */
    @Post("/proposals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(Visitor visitor, String code, @Body Map<String, String> typed) {
        if (governance.partner(visitor.memberId(), code).isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        String subject = form.value("subject").strip();
        Optional<UUID> merchant = merchants.byCode(subject).map(Merchant::id);
        Optional<UUID> listing = listing(subject);
        if (merchant.isEmpty() && listing.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, form.with("subject", "curation.subject.wrong"));
        }
        return answer(
                visitor,
                code,
                form,
                governance.propose(
                        visitor.memberId(),
                        code,
                        SetupForm.id(form.value("proposal")),
                        merchant.isPresent() ? Proposal.Kind.MERCHANT : Proposal.Kind.LISTING,
                        merchant.or(() -> listing).orElseThrow(),
                        form.value("sentence")));
    }

    @Post("/proposals/{id}/vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vote(Visitor visitor, String code, UUID id, @Body Map<String, String> typed) {
        if (governance.proposals(code).stream()
                .noneMatch(proposal -> proposal.id().equals(id))) {
            return HttpResponse.notFound();
        }
        boolean yes = typed.getOrDefault("vote", "").equals("yes");
        return answer(visitor, code, Form.EMPTY, governance.vote(visitor.memberId(), id, yes));
    }

    private HttpResponse<?> answer(Visitor visitor, String code, Form form, Optional<Proposing> outcome) {
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Proposing.Noted noted -> Pages.seeOther(visitor, "/partner/pavilions/" + code);
            case Proposing.SentenceMissing missing ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, form.with("sentence", "curation.sentence.wrong"));
            case Proposing.ThereAlready there ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, form.with("subject", "curation.subject.there"));
            case Proposing.NoSuchMerchant none ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, form.with("subject", "curation.subject.wrong"));
            case Proposing.DecidedAlready decided ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, form.with("subject", "curation.decided.already"));
        };
    }

    private Optional<UUID> listing(String text) {
        try {
            UUID id = UUID.fromString(text.substring(text.lastIndexOf('/') + 1));
            return listings.published(id).map(listing -> id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String code, Form form) {
        return prepared.page(visitor, code, form)
                .<HttpResponse<?>>map(page -> pages.show(visitor, status, "curation/say", page))
                .orElseGet(HttpResponse::notFound);
    }
}
