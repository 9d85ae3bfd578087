package terrace.orders.proofs;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.bankaccounts.BankFindings;
import terrace.marketplace.bankaccounts.ForBank;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** The door to proving bank accounts: beginning, saying how much arrived, and what bank files have to show. */
@Singleton
public class Proofs {

    /** The least and the most that is sent, in fen. */
    public static final long PROOF_FEN_MIN = 1;

    public static final long PROOF_FEN_MAX = 99;

    /** How often the sum may be told wrong. */
    public static final int GUESSES_MAX = 3;

    /** How many sums a merchant may be sent on one day. */
    public static final int PROOFS_A_DAY_MAX = 3;

    private static final String ACTOR = "bank";

    private final ProofRepository repository;
    private final BankFindings findings;
    private final Applications applications;
    private final Clock clock;

    Proofs(ProofRepository repository, BankFindings findings, Applications applications, Clock clock) {
        this.repository = repository;
        this.findings = findings;
        this.applications = applications;
        this.clock = clock;
    }

    /** Says how much arrived. Joined to the proof's row, so that two at once do not guess more often. */
    @Transactional
    public Guess guess(UUID merchantId, UUID bankAccountId, long fen) {
        Optional<Proof> sent = repository.lockSent(merchantId, bankAccountId);
        if (sent.isEmpty() || findings.question(bankAccountId).isEmpty()) {
            return new Guess.NothingSent();
        }
        Proof proof = sent.get();
        if (proof.fen() == fen) {
            repository.end(proof.id(), Proof.State.PROVEN);
            findings.proven(bankAccountId);
            applications.bankAccountProven(merchantId, ACTOR);
            return new Guess.Proven();
        }
        boolean said = proof.lastGuess() != null && proof.lastGuess() == fen;
        int wrong = proof.wrongGuesses() + (said ? 0 : 1);
        if (!said) {
            repository.wrong(proof.id(), fen);
        }
        if (wrong < GUESSES_MAX) {
            return new Guess.Wrong(GUESSES_MAX - wrong);
        }
        repository.end(proof.id(), Proof.State.SPENT);
        findings.spent(bankAccountId);
        return new Guess.Spent();
    }

    /** Sends another sum after one was told wrong too often, or when there were too many yesterday. */
    @Transactional
    public AnotherSum another(UUID merchantId, UUID bankAccountId, UUID accountId) {
        Optional<ForBank> question = findings.question(bankAccountId)
                .filter(asked -> asked.merchantId().equals(merchantId));
        if (question.isEmpty() || repository.open(bankAccountId).isPresent()) {
            return new AnotherSum.NotNeeded();
        }
        findings.again(bankAccountId, accountId);
        return begin(question.get()) ? new AnotherSum.OnItsWay() : new AnotherSum.TooManyToday();
    }

    /** How often the sum that waits may still be told wrong; 0 when none waits. */
    @Transactional(readOnly = true)
    public int guessesLeft(UUID bankAccountId) {
        return repository
                .open(bankAccountId)
                .map(proof -> GUESSES_MAX - proof.wrongGuesses())
                .orElse(0);
    }

    @Transactional(readOnly = true)
    public Optional<Proof> byId(UUID id) {
        return repository.byId(id);
    }

    /** Proofs the bank took before the instant, in none of its files yet. */
    @Transactional(readOnly = true)
    public List<Proof> missingInFile(Instant before, int limit) {
        return repository.missingInFile(before, limit);
    }

    /** Notes the day of the bank file that shows the proof. Joins the caller's transaction. */
    @Transactional
    public void seenInFile(UUID proofId, LocalDate day, String bankRef, Instant at) {
        Proof proof = repository.lock(proofId).orElseThrow();
        if (proof.state() == Proof.State.SENDING) {
            repository.sent(proofId, bankRef, at);
            findings.sent(proof.bankAccountId());
        }
        repository.inFile(proofId, day);
    }

    /** Begins to prove an account that was given; once more does no more. */
    @Transactional
    void begin(UUID bankAccountId) {
        if (repository.open(bankAccountId).isEmpty()) {
            findings.question(bankAccountId).ifPresent(this::begin);
        }
    }

    /** Two at once for one merchant may want the same number of the day: the later takes the next. */
    private boolean begin(ForBank question) {
        LocalDate day = clock.today();
        for (int number = 0; number < PROOFS_A_DAY_MAX; number++) {
            int begun = repository.begin(
                    Ids.next(), question.bankAccountId(), question.merchantId(), day, PROOFS_A_DAY_MAX, clock.now());
            if (begun > 0 || repository.open(question.bankAccountId()).isPresent()) {
                return true;
            }
        }
        findings.spent(question.bankAccountId());
        return false;
    }
}
