package terrace.web.giving;

import io.micronaut.context.annotation.Value;
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
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.orders.agreements.Agreement;
import terrace.orders.agreements.Agreements;
import terrace.orders.donations.Donation;
import terrace.orders.donations.Donations;
import terrace.orders.donations.Giving;
import terrace.orders.donations.Project;
import terrace.orders.donations.Projects;
import terrace.orders.donations.Wish;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A gift: with one click by the member's agreement, or by the bank's page; and its receipt. */
@Controller("/donations")
@Secured(Access.MEMBER)
class DonationController {
    private static final int GIFTS_SHOWN = 20;
    private static final String AMOUNT = "amount";
    private static final String PROJECT = "project";
    private static final String USUAL_YUAN = "10.00";

    private final Donations donations;
    private final Projects projects;
    private final ProjectPages prepared;
    private final Agreements agreements;
    private final Sights sights;
    private final Pages pages;
    private final String publicUrl;

    DonationController(
            Donations donations,
            Projects projects,
            ProjectPages prepared,
            Agreements agreements,
            Sights sights,
            Pages pages,
            @Value("${terrace.public-url}") String publicUrl) {
        this.donations = donations;
        this.projects = projects;
        this.prepared = prepared;
        this.agreements = agreements;
        this.sights = sights;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    /** @param project the code of what it shall be for; without it, for the charity's work as a whole */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String project) {
        Form form = Form.of(
                Map.of("donation", Ids.next().toString(), AMOUNT, USUAL_YUAN, PROJECT, project == null ? "" : project));
        return page(visitor, HttpStatus.OK, form, null);
    }

    /** The button named "click" charges the agreement; the other leads to the bank. The same form twice gives once. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        OptionalLong fen = Money.fen(form.value(AMOUNT));
        Optional<UUID> id = Ids.read(form.value("donation"));
        if (fen.isEmpty() || fen.getAsLong() < 1 || fen.getAsLong() > Donations.FEN_MAX || id.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with(AMOUNT, "giving.amount.wrong"), null);
        }
        URI receipt = URI.create(publicUrl + visitor.link("/donations/" + id.get() + "?back=1"));
        Wish wish = new Wish(
                id.get(),
                fen.getAsLong(),
                form.value(PROJECT).isEmpty() ? null : form.value(PROJECT),
                typed.containsKey("named"));
        Giving giving = typed.containsKey("click")
                ? donations.give(visitor.memberId(), wish, receipt)
                : donations.payAtBank(visitor.memberId(), wish, receipt);
        return switch (giving) {
            case Giving.Given given -> Pages.seeOther(visitor, "/donations/" + id.get());
            case Giving.BeingConfirmed confirmed -> Pages.seeOther(visitor, "/donations/" + id.get() + "?back=1");
            case Giving.PayAt(URI bank) -> HttpResponse.seeOther(bank);
            case Giving.NotNow no -> again(visitor, form, "giving.not-now", 0);
            case Giving.NotSigned none -> again(visitor, form, "giving.not-signed", 0);
            case Giving.OverLimit(long leftFen) -> again(visitor, form, "giving.over-limit", leftFen);
            case Giving.NotPossible never -> again(visitor, form, "giving.not-possible", 0);
        };
    }

    /** Another try is another gift: what was refused may not stand in its way. */
    private HttpResponse<?> again(Visitor visitor, Form form, String problem, long fen) {
        Map<String, String> typed = new HashMap<>(form.values());
        typed.put("donation", Ids.next().toString());
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.of(typed), new Problem(problem, Money.grouped(fen)));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, @Nullable Problem problem) {
        boolean signed = agreements
                .ofMember(visitor.memberId())
                .filter(agreement -> agreement.state() == Agreement.State.ACTIVE)
                .isPresent();
        List<Row> given = donations.givenBy(visitor.memberId(), GIFTS_SHOWN).stream()
                .map(this::row)
                .toList();
        return pages.show(
                visitor,
                status,
                "giving/donate",
                new DonatePage(form, problem, name(visitor), project(visitor, form), signed, given));
    }

    /** The receipt, of a gift at the till too, by its purchase; before that, how far it is. */
    @Get("/{id}")
    HttpResponse<?> receipt(Visitor visitor, UUID id, @Nullable @QueryValue String back) {
        return donations
                .ofMember(visitor.memberId(), id, back != null)
                .map(gift -> new ReceiptPage(
                        row(gift),
                        name(visitor),
                        gift.state() == Donation.State.GIVEN,
                        number(gift),
                        prepared.way(visitor.language(), Projects.DONATION, id)))
                .or(() -> atTill(visitor, id))
                .<HttpResponse<?>>map(page -> pages.show(visitor, "giving/receipt", page))
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<ReceiptPage> atTill(Visitor visitor, UUID purchaseId) {
        return projects.way(Projects.PURCHASE, purchaseId)
                .filter(way -> way.gift().memberId().equals(visitor.memberId()))
                .map(way -> new ReceiptPage(
                        new Row(
                                purchaseId,
                                way.gift().fen(),
                                sights.time(way.gift().at())),
                        name(visitor),
                        true,
                        purchaseId.toString(),
                        prepared.way(visitor.language(), Projects.PURCHASE, purchaseId)));
    }

    /** Its title, while it takes gifts. */
    private @Nullable String project(Visitor visitor, Form form) {
        return projects.byCode(form.value(PROJECT))
                .filter(Project::open)
                .map(project -> visitor.language() == Language.EN ? project.titleEn() : project.title())
                .orElse(null);
    }

    private static String number(Donation gift) {
        UUID payment = gift.paidBy();
        return payment == null ? "" : payment.toString();
    }

    private Row row(Donation gift) {
        return new Row(gift.id(), gift.fen(), sights.time(gift.paidAt() == null ? gift.createdAt() : gift.paidAt()));
    }

    private String name(Visitor visitor) {
        return donations
                .charity()
                .map(partner -> visitor.language() == Language.EN ? partner.nameEn() : partner.name())
                .orElse("");
    }

    record Row(UUID id, long fen, String at) {}

    /** @param yuan what the sentence is filled with, where it speaks of an amount */
    record Problem(String key, String yuan) {}

    record DonatePage(
            Form form,
            @Nullable Problem problem,
            String charity,
            @Nullable String project,
            boolean signed,
            List<Row> given) {}

    record ReceiptPage(Row gift, String charity, boolean given, String number, ProjectPages.@Nullable WaySight way) {}
}
