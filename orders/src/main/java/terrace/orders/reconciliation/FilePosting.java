package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.OurNumber;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.payment.Payment;
import terrace.orders.payment.Payments;
import terrace.orders.proofs.Proof;
import terrace.orders.proofs.Proofs;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;

/** Posts what a bank file shows: each line matched, different or unknown, and the money moved accordingly. */
@Singleton
class FilePosting {

    private static final String LINE_SOURCE = "bank-line";

    private final BankRecords records;
    private final Payments payments;
    private final Refunds refunds;
    private final Settlement settlement;
    private final Proofs proofs;
    private final Ledger ledger;
    private final Clock clock;

    FilePosting(
            BankRecords records,
            Payments payments,
            Refunds refunds,
            Settlement settlement,
            Proofs proofs,
            Ledger ledger,
            Clock clock) {
        this.records = records;
        this.payments = payments;
        this.refunds = refunds;
        this.settlement = settlement;
        this.proofs = proofs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What a line is to us.
     *
     * @param source of the journal, such as payment
     * @param against the account that the line settles
     */
    private record Match(String source, UUID id, JournalKind kind, Account against, long ourFen) {}

    /** What a piece of a file brought. */
    record Posted(int lines, int differences) {}

    /** Keeps that a file was taken in; the same bytes again are the same file. */
    @Transactional
    UUID keep(DayFile file, String fileKey, String actor) {
        UUID id = Ids.next();
        int kept = records.insertFile(
                id, file.day(), file.sha256(), fileKey, file.lines().size(), file.closingFen(), clock.now(), actor);
        return kept == 1
                ? id
                : records.file(file.day(), file.sha256()).orElseThrow().id();
    }

    /** The lines that were not posted before. */
    @Transactional
    List<DayFile.Line> fresh(LocalDate day, List<DayFile.Line> piece) throws DayFile.Broken {
        Set<String> known = new HashSet<>(
                records.fingerprints(piece.stream().map(DayFile.Line::bankRef).toList()));
        Set<String> knownRefs = new HashSet<>();
        known.forEach(print ->
                knownRefs.add(String.join(",", List.of(print.split(",")).subList(1, 3))));
        List<DayFile.Line> fresh = new ArrayList<>();
        for (DayFile.Line line : piece) {
            if (!known.contains(line.fingerprint(day))) {
                if (knownRefs.contains(line.type() + "," + line.bankRef())) {
                    throw new DayFile.Broken("a line has changed since it was first seen: " + line.bankRef());
                }
                fresh.add(line);
            }
        }
        return fresh;
    }

    /** Posts one piece of a file, without the lines that were posted before; one taking-in at a time, on all nodes. */
    @Transactional
    Posted post(UUID fileId, LocalDate day, List<DayFile.Line> piece) throws DayFile.Broken {
        records.takeTurn();
        List<DayFile.Line> fresh = fresh(day, piece);
        return new Posted(fresh.size(), fresh.isEmpty() ? 0 : postFresh(fileId, day, fresh));
    }

    private int postFresh(UUID fileId, LocalDate day, List<DayFile.Line> piece) {
        int differences = 0;
        List<Journal> journals = new ArrayList<>();
        for (DayFile.Line line : piece) {
            Optional<Match> match = match(line, day);
            String outcome = match.map(m -> m.ourFen() == line.fen() ? "MATCHED" : "DIFFERENT")
                    .orElse("UNKNOWN");
            records.insertLine(
                    day,
                    line.seq(),
                    fileId,
                    line.at(),
                    line.type().name(),
                    line.bankRef(),
                    line.ourRef(),
                    line.fen(),
                    line.feeFen(),
                    line.balanceFen(),
                    outcome);
            journals.add(match.map(m -> known(line, m)).orElseGet(() -> unknown(line)));
            if (line.feeFen() > 0) {
                journals.add(fee(line));
            }
            if (!outcome.equals("MATCHED")) {
                differences++;
                differs(line, day, match.map(Match::ourFen).orElse(0L));
            }
        }
        ledger.post(journals);
        return differences;
    }

    private Optional<Match> match(DayFile.Line line, LocalDate day) {
        return id(line.ourRef()).flatMap(id -> switch (line.type()) {
            case CHARGE ->
                payments.byId(id)
                        .filter(payment -> payment.settled() && payment.inFile() == null)
                        .map(payment -> charge(payment, day));
            case REFUND ->
                refunds.byId(id)
                        .filter(refund -> refund.state() != Refund.State.FAILED && refund.inFile() == null)
                        .map(refund -> refund(refund, day, line.bankRef()));
            case TRANSFER ->
                settlement
                        .payout(id)
                        .filter(payout -> payout.state() != Payout.State.RETURNED && payout.inFile() == null)
                        .map(payout -> transfer(payout, day, line));
            case PROOF ->
                proofs.byId(id)
                        .filter(proof -> proof.sendable() && proof.inFile() == null)
                        .map(proof -> proof(proof, day, line));
        });
    }

    private Match charge(Payment payment, LocalDate day) {
        boolean wasMissing =
                records.clearMissing(DayFile.Type.CHARGE.name(), payment.id().toString(), clock.now()) > 0;
        payments.seenInFile(payment.id(), day);
        Account against = wasMissing ? Account.suspenseShort() : Account.clearing();
        return new Match("payment", payment.id(), JournalKind.CHARGE_IN_FILE, against, payment.received());
    }

    private Match refund(Refund refund, LocalDate day, String bankRef) {
        records.clearMissing(DayFile.Type.REFUND.name(), refund.id().toString(), clock.now());
        refunds.seenInFile(refund.id(), day, bankRef);
        return new Match(
                "refund", refund.id(), JournalKind.REFUND_IN_FILE, Account.refundInFlight(refund.id()), refund.fen());
    }

    private Match transfer(Payout payout, LocalDate day, DayFile.Line line) {
        records.clearMissing(DayFile.Type.TRANSFER.name(), payout.id().toString(), clock.now());
        settlement.seenInFile(payout.id(), day, line.bankRef(), line.at());
        return new Match(
                "payout", payout.id(), JournalKind.PAYOUT_IN_FILE, Account.payoutInFlight(payout.id()), payout.fen());
    }

    private Match proof(Proof proof, LocalDate day, DayFile.Line line) {
        records.clearMissing(DayFile.Type.PROOF.name(), proof.id().toString(), clock.now());
        proofs.seenInFile(proof.id(), day, line.bankRef(), line.at());
        return new Match(
                "proof", proof.id(), JournalKind.PROOF_IN_FILE, Account.proofInFlight(proof.id()), proof.fen());
    }

    /** Whose money at the bank a line moves. */
    private static Account custody(DayFile.Line line) {
        return line.type() == DayFile.Type.PROOF ? Account.bankOwn() : Account.bankEscrow();
    }

    /** The bank's amount moves custody, our amount settles the account, the rest waits in suspense. */
    private static Journal known(DayFile.Line line, Match match) {
        boolean in = line.type() == DayFile.Type.CHARGE;
        List<Posting> postings = new ArrayList<>();
        postings.add(
                in ? Posting.debit(Account.bankEscrow(), line.fen()) : Posting.debit(match.against(), match.ourFen()));
        postings.add(in ? Posting.credit(match.against(), match.ourFen()) : Posting.credit(custody(line), line.fen()));
        long over = in ? line.fen() - match.ourFen() : match.ourFen() - line.fen();
        if (over > 0) {
            postings.add(Posting.credit(Account.suspenseOver(), over));
        } else if (over < 0) {
            postings.add(Posting.debit(Account.suspenseShort(), -over));
        }
        return new Journal(match.kind(), match.source(), match.id(), 0, line.at(), postings);
    }

    private static Journal unknown(DayFile.Line line) {
        boolean in = line.type() == DayFile.Type.CHARGE;
        return Journal.of(
                JournalKind.UNKNOWN_IN_FILE,
                LINE_SOURCE,
                lineId(line),
                line.at(),
                Posting.debit(in ? Account.bankEscrow() : Account.suspenseShort(), line.fen()),
                Posting.credit(in ? Account.suspenseOver() : custody(line), line.fen()));
    }

    private static Journal fee(DayFile.Line line) {
        return Journal.of(
                JournalKind.FEE_IN_FILE,
                LINE_SOURCE,
                lineId(line),
                line.at(),
                Posting.debit(Account.channelFee(), line.feeFen()),
                Posting.credit(Account.bankEscrow(), line.feeFen()));
    }

    /** A line has no id of ours; the bank's own name for it makes one. */
    private static UUID lineId(DayFile.Line line) {
        return UUID.nameUUIDFromBytes((line.type() + ":" + line.bankRef()).getBytes(StandardCharsets.UTF_8));
    }

    private void differs(DayFile.Line line, LocalDate day, long ourFen) {
        Difference.Kind kind = ourFen == 0 ? Difference.Kind.MISSING_HERE : Difference.Kind.AMOUNT_DIFFERS;
        String ourRef = ourFen == 0 ? line.bankRef() : line.ourRef();
        records.insertDifference(Ids.next(), kind, line.type().name(), ourRef, line.fen(), ourFen, day, clock.now());
    }

    /**
     * Finds what should have been in a file by now: a charge leaves clearing for suspense, a refund or payout stays in
     * flight and is reported. Returns how many are newly missing.
     */
    @Transactional
    int postMissing(Instant settledBefore, int limit) {
        int found = 0;
        for (Payment payment : payments.missingInFile(settledBefore, limit)) {
            if (missing(DayFile.Type.CHARGE, payment.id(), payment.received(), payment.openedAt())) {
                found++;
                ledger.post(Journal.of(
                        JournalKind.MISSING_IN_FILE,
                        "payment",
                        payment.id(),
                        clock.now(),
                        Posting.debit(Account.suspenseShort(), payment.received()),
                        Posting.credit(Account.clearing(), payment.received())));
            }
        }
        for (Refund refund : refunds.missingInFile(settledBefore, limit)) {
            found += missing(DayFile.Type.REFUND, refund.id(), refund.fen(), refund.createdAt()) ? 1 : 0;
        }
        for (Payout payout : settlement.missingInFile(settledBefore, limit)) {
            found += missing(DayFile.Type.TRANSFER, payout.id(), payout.fen(), payout.createdAt()) ? 1 : 0;
        }
        for (Proof proof : proofs.missingInFile(settledBefore, limit)) {
            found += missing(DayFile.Type.PROOF, proof.id(), proof.fen(), proof.createdAt()) ? 1 : 0;
        }
        return found;
    }

    private boolean missing(DayFile.Type type, UUID id, long fen, Instant since) {
        return records.insertDifference(
                        Ids.next(),
                        Difference.Kind.MISSING_THERE,
                        type.name(),
                        id.toString(),
                        0,
                        fen,
                        clock.dayOf(since),
                        clock.now())
                == 1;
    }

    static Optional<UUID> id(String ourRef) {
        return OurNumber.readAny(ourRef);
    }
}
