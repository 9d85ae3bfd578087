package terrace.orders.proofs;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.bankaccounts.BankFindings;
import terrace.marketplace.bankaccounts.ForBank;
import terrace.marketplace.clock.Clock;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** What the database decides about proofs, each act one transaction. */
@Singleton
class ProofSteps {

    private static final String SOURCE = "proof";

    private final ProofRepository repository;
    private final BankFindings findings;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ProofSteps(ProofRepository repository, BankFindings findings, Ledger ledger, Clock clock) {
        this.repository = repository;
        this.findings = findings;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Proof byId(UUID id) {
        return repository.byId(id).orElseThrow();
    }

    /** What the bank is to be asked; empty, and an end of it, when the account was taken back. */
    @Transactional
    Optional<ForBank> question(Proof proof) {
        Optional<ForBank> question = findings.question(proof.bankAccountId());
        if (question.isEmpty() && checking(proof.id()).isPresent()) {
            repository.end(proof.id(), Proof.State.DROPPED);
        }
        return question;
    }

    /** The name is right: a sum nobody can know is booked before it is sent. */
    @Transactional
    void matched(UUID id) {
        checking(id).ifPresent(proof -> {
            long fen = random.nextLong(Proofs.PROOF_FEN_MIN, Proofs.PROOF_FEN_MAX + 1);
            repository.sending(id, fen);
            ledger.post(Journal.of(
                    JournalKind.PROOF_SENT,
                    SOURCE,
                    id,
                    clock.now(),
                    Posting.debit(Account.accountProof(), fen),
                    Posting.credit(Account.proofInFlight(id), fen)));
        });
    }

    @Transactional
    void differs(UUID id) {
        checking(id).ifPresent(proof -> {
            repository.end(id, Proof.State.DIFFERS);
            findings.mismatched(proof.bankAccountId());
        });
    }

    @Transactional
    void unknown(UUID id) {
        checking(id).ifPresent(proof -> {
            repository.end(id, Proof.State.UNKNOWN);
            findings.unknown(proof.bankAccountId());
        });
    }

    /** The bank has sent it. Joins the caller's transaction, which holds it. */
    void sent(Proof proof, String bankRef) {
        repository.sent(proof.id(), bankRef, clock.now());
        findings.sent(proof.bankAccountId());
    }

    private Optional<Proof> checking(UUID id) {
        return repository.lock(id).filter(proof -> proof.state() == Proof.State.CHECKING);
    }

    /** The bank will not send it: no expense. The same. */
    void giveBack(Proof proof) {
        repository.end(proof.id(), Proof.State.RETURNED);
        ledger.post(Journal.of(
                JournalKind.PROOF_RETURNED,
                SOURCE,
                proof.id(),
                clock.now(),
                Posting.debit(Account.proofInFlight(proof.id()), proof.fen()),
                Posting.credit(Account.accountProof(), proof.fen())));
        findings.unknown(proof.bankAccountId());
    }
}
