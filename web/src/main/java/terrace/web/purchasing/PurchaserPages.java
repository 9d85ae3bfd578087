package terrace.web.purchasing;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.marketplace.purchasers.PurchaserPerson;
import terrace.marketplace.purchasers.PurchaserRole;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.approvals.Approval;
import terrace.orders.approvals.Approvals;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchaseState;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Visitor;

/** The page of an organisation that buys: what waits for a word, what was decided, and its people. */
@Singleton
class PurchaserPages {
    private static final int PURCHASES_SHOWN = 15;
    private static final Set<String> DONE =
            Set.of("founded", "joined", "invited", "withdrawn", "changed", "removed", "approved", "refused");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);

    private final Purchasers purchasers;
    private final Approvals approvals;
    private final ApprovalSights sights;
    private final Clock clock;
    private final Pages pages;

    PurchaserPages(Purchasers purchasers, Approvals approvals, ApprovalSights sights, Clock clock, Pages pages) {
        this.purchasers = purchasers;
        this.approvals = approvals;
        this.sights = sights;
        this.clock = clock;
        this.pages = pages;
    }

    /** @param link to be handed over by hand; null where it was sent */
    HttpResponse<?> show(Visitor visitor, HttpStatus status, Form form, @Nullable String done, @Nullable String link) {
        if (visitor.household() != null) {
            return HttpResponse.notFound();
        }
        Optional<PurchaserPerson> person = purchasers.person(visitor.memberId());
        if (person.isEmpty()) {
            return pages.show(visitor, status, "purchasing/found", new FoundPage(form, Purchasers.NAME_CHARS_MAX));
        }
        UUID id = person.get().purchaserId();
        List<Approval> asked = approvals.of(visitor.memberId(), PURCHASES_SHOWN);
        Map<UUID, Purchase> wanted = approvals.purchases(visitor.memberId(), asked);
        List<PurchaserPerson> people = purchasers.people(id);
        Map<UUID, Account> names = names(asked, people);
        boolean approver = person.get().approver();
        return pages.show(
                visitor,
                status,
                "purchasing/purchaser",
                new PurchaserPage(
                        purchasers.name(id).orElse(""),
                        form,
                        approver,
                        asked.stream()
                                .map(approval -> line(visitor.memberId(), approval, wanted, names))
                                .toList(),
                        people.stream()
                                .map(each -> person(visitor.memberId(), each, names))
                                .toList(),
                        approver ? waiting(id) : List.of(),
                        Arrays.stream(PurchaserRole.values()).map(Enum::name).toList(),
                        done != null && DONE.contains(done) ? done : null,
                        link));
    }

    private Map<UUID, Account> names(List<Approval> asked, List<PurchaserPerson> people) {
        return sights.accounts(Stream.of(
                        asked.stream().map(Approval::buyerId),
                        asked.stream().map(Approval::decidedBy),
                        people.stream().map(PurchaserPerson::accountId))
                .flatMap(Function.identity()));
    }

    private List<Waiting> waiting(UUID purchaserId) {
        return purchasers.invitations(purchaserId).stream()
                .map(each -> new Waiting(
                        each.id(),
                        each.contact(),
                        each.role().name(),
                        Money.grouped(each.limitFen()),
                        time(each.expiresAt())))
                .toList();
    }

    private Line line(UUID reader, Approval approval, Map<UUID, Purchase> wanted, Map<UUID, Account> names) {
        Optional<Purchase> purchase = Optional.ofNullable(wanted.get(approval.purchaseId()));
        boolean open = purchase.filter(found -> found.state() == PurchaseState.AWAITING_PAYMENT)
                .filter(found -> found.payBy().isAfter(clock.now()))
                .isPresent();
        return new Line(
                approval.purchaseId(),
                name(names, approval.buyerId()),
                approval.fen(),
                Money.grouped(approval.limitFen()),
                approval.state() == Approval.State.ASKED && !open
                        ? "LAPSED"
                        : approval.state().name(),
                time(approval.askedAt()),
                purchase.map(found -> time(found.payBy())).orElse(""),
                name(names, approval.decidedBy()),
                approval.decidedAt() == null ? "" : time(approval.decidedAt()),
                approval.reason(),
                approval.state() == Approval.State.ASKED && open,
                approval.buyerId().equals(reader),
                purchase.map(PurchaserPages::goods).orElse(List.of()));
    }

    private static List<String> goods(Purchase purchase) {
        return purchase.orders().stream()
                .flatMap(order -> order.lines().stream())
                .map(line -> line.title() + " " + line.skuName() + " × " + line.quantity())
                .toList();
    }

    private static String name(Map<UUID, Account> names, @Nullable UUID accountId) {
        Account account = accountId == null ? null : names.get(accountId);
        return account == null ? "" : account.name();
    }

    private Person person(UUID reader, PurchaserPerson person, Map<UUID, Account> names) {
        return new Person(
                person.accountId(),
                name(names, person.accountId()),
                person.role().name(),
                Money.grouped(person.limitFen()),
                Money.yuan(person.limitFen()),
                person.accountId().equals(reader));
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    /**
     * A purchase of the organisation.
     *
     * @param state words are at {@code purchasing.state.<state>}
     * @param open whether it waits for a word, and one may still be given
     * @param own whether the reader made it
     */
    record Line(
            UUID id,
            String buyer,
            long fen,
            String limit,
            String state,
            String askedAt,
            String payBy,
            String by,
            String decidedAt,
            String reason,
            boolean open,
            boolean own,
            List<String> goods) {}

    /** @param limitField the same as a field takes it */
    record Person(UUID id, String name, String role, String limit, String limitField, boolean self) {}

    record Waiting(UUID id, String contact, String role, String limit, String until) {}

    record FoundPage(Form form, int charsMax) {}

    record PurchaserPage(
            String name,
            Form form,
            boolean approver,
            List<Line> lines,
            List<Person> people,
            List<Waiting> waiting,
            List<String> roles,
            @Nullable String done,
            @Nullable String link) {}
}
