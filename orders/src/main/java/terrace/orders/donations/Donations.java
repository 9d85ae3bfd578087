package terrace.orders.donations;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.partners.Partner;
import terrace.orders.agreements.Agreements;
import terrace.orders.agreements.Use;
import terrace.orders.checkout.Charity;
import terrace.orders.payment.Debit;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;

/** The door to gifts: with one click by an agreement, or by the bank's page. Who is asking comes first. */
@Singleton
public class Donations {

    /** The most one gift may be, in fen. */
    public static final long FEN_MAX = 100_000;

    private final Gifts gifts;
    private final ProjectRepository projects;
    private final Charity charity;
    private final Agreements agreements;
    private final Payments payments;

    Donations(Gifts gifts, ProjectRepository projects, Charity charity, Agreements agreements, Payments payments) {
        this.gifts = gifts;
        this.projects = projects;
        this.charity = charity;
        this.agreements = agreements;
        this.payments = payments;
    }

    /** To whom is given here. */
    public Optional<Partner> charity() {
        return charity.known();
    }

    /**
     * Gives with one click: charges the member's agreement, once for an id however often it is pressed. Must not run
     * inside a transaction.
     *
     * @param id minted when the page was shown
     */
    public Giving give(UUID memberId, UUID id, long fen, URI receipt) {
        return give(memberId, new Wish(id, fen, null, false), receipt);
    }

    /** As {@link #give(UUID, UUID, long, URI)}, for a project, named or not. */
    public Giving give(UUID memberId, Wish wish, URI receipt) {
        UUID id = wish.id();
        Optional<Donation> begun = begin(memberId, wish);
        if (begun.isEmpty()) {
            return new Giving.NotPossible();
        }
        if (begun.get().state() == Donation.State.GIVEN) {
            return new Giving.Given();
        }
        return switch (agreements.reserve(memberId, id, wish.fen())) {
            case Use.Reserved(UUID agreementId) -> charge(id, receipt, agreementId);
            case Use.NotSigned none -> new Giving.NotSigned();
            case Use.OverPayment(long limitFen) -> new Giving.OverLimit(limitFen);
            case Use.OverDay(long leftFen) -> new Giving.OverLimit(leftFen);
        };
    }

    private Giving charge(UUID id, URI receipt, UUID agreementId) {
        return switch (payments.charge(Gifts.KIND, id, receipt, agreementId)) {
            case Debit.Charged charged -> new Giving.Given();
            case Debit.BeingConfirmed confirmed -> new Giving.BeingConfirmed();
            case Debit.Declined declined -> new Giving.NotNow();
            case Debit.NotOpen closed -> new Giving.NotPossible();
        };
    }

    /** Gives by the bank's page. Must not run inside a transaction. */
    public Giving payAtBank(UUID memberId, UUID id, long fen, URI receipt) {
        return payAtBank(memberId, new Wish(id, fen, null, false), receipt);
    }

    /** As {@link #payAtBank(UUID, UUID, long, URI)}, for a project, named or not. */
    public Giving payAtBank(UUID memberId, Wish wish, URI receipt) {
        UUID id = wish.id();
        if (begin(memberId, wish).isEmpty()) {
            return new Giving.NotPossible();
        }
        return switch (payments.start(Gifts.KIND, id, receipt)) {
            case PaymentStart.Started(UUID paymentId, URI page) -> new Giving.PayAt(page);
            case PaymentStart.AlreadyPaid paid -> new Giving.Given();
            case PaymentStart.NotOpen closed -> new Giving.NotPossible();
            case PaymentStart.BankSilent silent -> new Giving.NotNow();
        };
    }

    private Optional<Donation> begin(UUID memberId, Wish wish) {
        if (wish.fen() < 1 || wish.fen() > FEN_MAX) {
            return Optional.empty();
        }
        if (wish.project() == null) {
            return charity.known().flatMap(partner -> gifts.begin(memberId, partner.code(), null, wish));
        }
        return projects.byCode(wish.project())
                .filter(project -> project.open() || gifts.byId(wish.id()).isPresent())
                .flatMap(project -> gifts.begin(memberId, project.charity(), project.id(), wish));
    }

    /**
     * A member's gift.
     *
     * @param ask whether the bank is asked first what became of it
     */
    public Optional<Donation> ofMember(UUID memberId, UUID id, boolean ask) {
        Optional<Donation> known = gifts.byId(id).filter(gift -> gift.memberId().equals(memberId));
        if (ask && known.isPresent() && known.get().state() == Donation.State.WAITING) {
            payments.ofPayable(Gifts.KIND, id).map(PaymentView::paymentId).ifPresent(payments::resolve);
            return gifts.byId(id);
        }
        return known;
    }

    /** What a member has given, newest first. */
    public List<Donation> givenBy(UUID memberId, int limit) {
        return gifts.givenBy(memberId, limit);
    }
}
