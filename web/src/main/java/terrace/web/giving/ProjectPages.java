package terrace.web.giving;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.orders.donations.Project;
import terrace.orders.donations.ProjectGift;
import terrace.orders.donations.ProjectPayout;
import terrace.orders.donations.Projects;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;

/** Prepares what is shown of projects and of the way of gifts. */
@Singleton
public class ProjectPages {
    private static final int GIFTS_SHOWN = 20;
    private static final int WHOLE = 1_000;

    private final Projects projects;
    private final Partners partners;
    private final Accounts accounts;
    private final Sights sights;

    ProjectPages(Projects projects, Partners partners, Accounts accounts, Sights sights) {
        this.projects = projects;
        this.partners = partners;
        this.accounts = accounts;
        this.sights = sights;
    }

    List<Card> cards(Language language) {
        return projects.all().stream().map(project -> card(language, project)).toList();
    }

    Card card(Language language, Project project) {
        boolean english = language.english();
        return new Card(
                project.id(),
                project.code(),
                english ? project.titleEn() : project.title(),
                english ? project.storyEn() : project.story(),
                partners.byCode(project.charity())
                        .map(partner -> name(partner, english))
                        .orElse(project.charity()),
                project.goalFen(),
                project.givenFen(),
                project.gifts(),
                project.paidOutFen(),
                project.waitingFen(),
                Math.clamp(project.givenFen() * WHOLE / project.goalFen(), 0, WHOLE),
                project.open());
    }

    private static String name(Partner partner, boolean english) {
        return english ? partner.nameEn() : partner.name();
    }

    List<Payout> payouts(UUID projectId) {
        return projects.payouts(projectId).stream().map(ProjectPages::payout).toList();
    }

    private static Payout payout(ProjectPayout payout) {
        return new Payout(
                payout.id(),
                payout.number(),
                payout.fen(),
                payout.payee(),
                payout.purpose(),
                payout.paidOn().toString(),
                payout.received(),
                payout.receivedOn() == null ? null : payout.receivedOn().toString());
    }

    /** Who wants no name has none; who does is shown by the first character. */
    List<Gift> gifts(UUID projectId) {
        List<ProjectGift> gifts = projects.gifts(projectId, GIFTS_SHOWN);
        Map<UUID, Account> known = accounts.byIds(gifts.stream()
                .filter(ProjectGift::named)
                .map(ProjectGift::memberId)
                .collect(Collectors.toSet()));
        return gifts.stream()
                .map(gift -> new Gift(
                        sights.time(gift.at()),
                        gift.fen(),
                        gift.named()
                                ? Optional.ofNullable(known.get(gift.memberId()))
                                        .map(account -> masked(account.name()))
                                        .orElse(null)
                                : null,
                        gift.source().equals("purchase")))
                .toList();
    }

    private static String masked(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** The way of a gift; null where it is for no project, or has not arrived yet. */
    public @Nullable WaySight way(Language language, String source, UUID sourceId) {
        return projects.way(source, sourceId)
                .map(way -> new WaySight(
                        card(language, way.project()),
                        sights.time(way.gift().at()),
                        way.gift().fen(),
                        way.steps().stream()
                                .map(step -> new Stage(payout(step.payout()), step.fen()))
                                .toList(),
                        way.waitingFen()))
                .orElse(null);
    }

    /** @param bar how much of the goal, of a thousand */
    public record Card(
            UUID id,
            String code,
            String title,
            String story,
            String charity,
            long goalFen,
            long givenFen,
            long gifts,
            long paidOutFen,
            long waitingFen,
            long bar,
            boolean open) {}

    /** @param received what the payee says; null until there is a word */
    public record Payout(
            UUID id,
            long number,
            long fen,
            String payee,
            String purpose,
            String paidOn,
            @Nullable String received,
            @Nullable String receivedOn) {}

    /** @param name null for one who wants none */
    record Gift(String at, long fen, @Nullable String name, boolean till) {}

    public record Stage(Payout payout, long fen) {}

    /** @param waitingFen what of it was not paid on yet */
    public record WaySight(Card project, String at, long fen, List<Stage> stages, long waitingFen) {}
}
