package terrace.orders.proofs;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.bankaccounts.BankFindings;
import terrace.marketplace.bankaccounts.ForBank;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.PaymentGateway.Movement;
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

    @Transactional
    List<UUID> claim(int limit) {
        return repository.claim(limit);
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

    /** Writes down what the bank said of the transfer. */
    @Transactional
    void heard(UUID id, Movement movement) {
        Proof proof = repository.lock(id).orElseThrow();
        if (proof.state() != Proof.State.SENDING) {
            return;
        }
        if (movement.fen() != proof.fen()) {
            repository.troubled(id, "the bank sent another sum", 0);
            return;
        }
        switch (movement.state()) {
            case PENDING -> repository.troubled(id, "pending at the bank", 0);
            case SUCCEEDED -> {
                repository.sent(id, movement.bankRef(), clock.now());
                findings.sent(proof.bankAccountId());
            }
            case FAILED -> giveBack(proof);
        }
    }

    /** The bank will not send it. */
    @Transactional
    void refused(UUID id) {
        Proof proof = repository.lock(id).orElseThrow();
        if (proof.state() == Proof.State.SENDING) {
            giveBack(proof);
        }
    }

    /** @param kept whether the bank will repeat this failure for the same key */
    @Transactional
    void unheard(UUID id, String why, boolean kept) {
        repository.troubled(id, why, kept ? 1 : 0);
    }

    private Optional<Proof> checking(UUID id) {
        return repository.lock(id).filter(proof -> proof.state() == Proof.State.CHECKING);
    }

    private void giveBack(Proof proof) {
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
