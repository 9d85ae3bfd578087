package terrace.web.purchasing;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        boolean approver = person.get().approver();
        return pages.show(
                visitor,
                status,
                "purchasing/purchaser",
                new PurchaserPage(
                        purchasers.name(id).orElse(""),
                        form,
                        approver,
                        approvals.of(visitor.memberId(), PURCHASES_SHOWN).stream()
                                .map(approval -> line(visitor.memberId(), approval))
                                .toList(),
                        purchasers.people(id).stream()
                                .map(each -> person(visitor.memberId(), each))
                                .toList(),
                        approver
                                ? purchasers.invitations(id).stream()
                                        .map(each -> new Waiting(
                                                each.id(),
                                                each.contact(),
                                                each.role().name(),
                                                Money.yuan(each.limitFen()),
                                                time(each.expiresAt())))
                                        .toList()
                                : List.of(),
                        Arrays.stream(PurchaserRole.values()).map(Enum::name).toList(),
                        done != null && DONE.contains(done) ? done : null,
                        link));
    }

    private Line line(UUID reader, Approval approval) {
        Optional<Purchase> purchase = approvals.purchase(reader, approval);
        boolean open = purchase.filter(found -> found.state() == PurchaseState.AWAITING_PAYMENT)
                .filter(found -> found.payBy().isAfter(clock.now()))
                .isPresent();
        return new Line(
                approval.purchaseId(),
                sights.name(approval.buyerId()),
                approval.fen(),
                Money.yuan(approval.limitFen()),
                approval.state() == Approval.State.ASKED && !open
                        ? "LAPSED"
                        : approval.state().name(),
                time(approval.askedAt()),
                purchase.map(found -> time(found.payBy())).orElse(""),
                sights.name(approval.decidedBy()),
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

    private Person person(UUID reader, PurchaserPerson person) {
        return new Person(
                person.accountId(),
                sights.name(person.accountId()),
                person.role().name(),
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

    record Person(UUID id, String name, String role, String limit, boolean self) {}

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
