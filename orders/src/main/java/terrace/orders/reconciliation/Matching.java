package terrace.orders.reconciliation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.orders.disputes.Disputes;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.JournalKind;
import terrace.orders.payment.Payment;
import terrace.orders.payment.Payments;
import terrace.orders.proofs.Proofs;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.sweeps.OwnMoves;

/** Finds what each line of a piece of the file is to us, and notes there that the file shows it. Charges are many. */
@Singleton
class Matching {

    private final Payments payments;
    private final Refunds refunds;
    private final Settlement settlement;
    private final Disputes disputes;
    private final Proofs proofs;
    private final OwnMoves ownMoves;
    private final MissingLines missing;

    Matching(
            Payments payments,
            Refunds refunds,
            Settlement settlement,
            Disputes disputes,
            Proofs proofs,
            OwnMoves ownMoves,
            MissingLines missing) {
        this.payments = payments;
        this.refunds = refunds;
        this.settlement = settlement;
        this.disputes = disputes;
        this.proofs = proofs;
        this.ownMoves = ownMoves;
        this.missing = missing;
    }

    /** By line, those that are something to us. */
    Map<DayFile.Line, Match> of(List<DayFile.Line> piece, LocalDate day) {
        Map<DayFile.Line, Match> found = new HashMap<>(charges(piece, day));
        for (DayFile.Line line : piece) {
            if (line.type() == DayFile.Type.TOP_UP || line.type() == DayFile.Type.SWEEP) {
                found.put(line, own(line, day));
            } else if (line.type() != DayFile.Type.CHARGE) {
                line.ourId().flatMap(id -> match(line, id, day)).ifPresent(match -> found.put(line, match));
            }
        }
        return found;
    }

    /** A payment is charged once: a second line for it is money nobody knows. */
    private Map<DayFile.Line, Match> charges(List<DayFile.Line> piece, LocalDate day) {
        Map<UUID, DayFile.Line> lines = new HashMap<>();
        piece.stream()
                .filter(line -> line.type() == DayFile.Type.CHARGE)
                .forEach(line -> line.ourId().ifPresent(id -> lines.putIfAbsent(id, line)));
        List<Payment> shown = payments.byIds(lines.keySet()).stream()
                .filter(payment -> payment.settled() && payment.inFile() == null)
                .toList();
        List<UUID> ids = shown.stream().map(Payment::id).toList();
        Map<UUID, Account> late = missing.charges(ids);
        payments.seenInFile(ids, day);
        return shown.stream()
                .collect(Collectors.toMap(
                        payment -> Objects.requireNonNull(lines.get(payment.id())),
                        payment -> new Match(
                                "payment",
                                payment.id(),
                                JournalKind.CHARGE_IN_FILE,
                                late.getOrDefault(payment.id(), Account.clearing()),
                                payment.received())));
    }

    private Optional<Match> match(DayFile.Line line, UUID id, LocalDate day) {
        return switch (line.type()) {
            case CHARGE, TOP_UP, SWEEP -> Optional.empty();
            case REFUND -> refund(line, id, day);
            case TRANSFER -> transfer(line, id, day);
            case TRANSFER_RETURN -> transferReturn(line, id);
            case DISPUTE ->
                disputes.takenInFile(id, line.fen(), day)
                        .map(dispute -> new Match(
                                "dispute",
                                dispute.id(),
                                JournalKind.DISPUTE_IN_FILE,
                                Account.disputeHeld(dispute.id()),
                                dispute.fen()));
            case DISPUTE_RETURN ->
                disputes.returnedInFile(id, line.fen(), day, line.at())
                        .map(dispute -> posted("dispute", dispute.id(), JournalKind.DISPUTE_WON, line));
            case PROOF -> proof(line, id, day);
        };
    }

    /** The platform's own money: as we told the bank, or as it was moved at its counter without our asking. */
    private Match own(DayFile.Line line, LocalDate day) {
        boolean in = line.type() == DayFile.Type.TOP_UP;
        return line.ourId()
                .flatMap(id -> ownMoves.seenInFile(id, in, day, line.bankRef(), line.at()))
                .map(move -> {
                    missing.cleared(line.type(), move.id());
                    return own("own-move", move.id(), move.kind(), move.fen());
                })
                .orElseGet(() -> own(
                        LineJournals.LINE_SOURCE, LineJournals.lineId(line), in ? Own.TOP_UP : Own.SWEEP, line.fen()));
    }

    private static Match own(String source, UUID id, Own kind, long fen) {
        return switch (kind) {
            case TOP_UP -> new Match(source, id, JournalKind.SUBSIDY_MOVED, Account.bankPromo(), fen);
            case COVER -> new Match(source, id, JournalKind.CUSTODY_COVERED, Account.bankOwn(), fen);
            case SWEEP -> new Match(source, id, JournalKind.COMMISSION_SWEPT, Account.bankOwn(), fen);
        };
    }

    private static Match posted(String source, UUID id, JournalKind kind, DayFile.Line line) {
        return new Match(source, id, kind, Account.bankEscrow(), line.fen(), true);
    }

    private Optional<Match> refund(DayFile.Line line, UUID id, LocalDate day) {
        return refunds.byId(id)
                .filter(refund -> refund.state() != Refund.State.FAILED && refund.inFile() == null)
                .map(refund -> {
                    missing.cleared(line.type(), id);
                    refunds.seenInFile(id, day, line.bankRef());
                    return new Match(
                            "refund", id, JournalKind.REFUND_IN_FILE, Account.refundInFlight(id), refund.fen());
                });
    }

    private Optional<Match> transfer(DayFile.Line line, UUID id, LocalDate day) {
        return settlement
                .payout(id)
                .filter(payout -> payout.state() != Payout.State.RETURNED && payout.inFile() == null)
                .map(payout -> {
                    missing.cleared(line.type(), id);
                    settlement.seenInFile(id, day, line.bankRef(), line.at());
                    return new Match(
                            "payout", id, JournalKind.PAYOUT_IN_FILE, Account.payoutInFlight(id), payout.fen());
                });
    }

    private Optional<Match> transferReturn(DayFile.Line line, UUID id) {
        Instant at = line.at();
        return settlement
                .payout(id)
                .filter(payout ->
                        payout.state() == Payout.State.SENT && payout.inFile() != null && payout.fen() == line.fen())
                .map(payout -> {
                    settlement.givenBack(id, at);
                    return posted("payout", id, JournalKind.PAYOUT_GIVEN_BACK, line);
                });
    }

    private Optional<Match> proof(DayFile.Line line, UUID id, LocalDate day) {
        return proofs.byId(id)
                .filter(proof -> proof.sendable() && proof.inFile() == null)
                .map(proof -> {
                    missing.cleared(line.type(), id);
                    proofs.seenInFile(id, day, line.bankRef(), line.at());
                    return new Match("proof", id, JournalKind.PROOF_IN_FILE, Account.proofInFlight(id), proof.fen());
                });
    }
}
