package terrace.orders.proofs;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.bankaccounts.ForBank;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.PaymentGateway.NameCheck;
import terrace.orders.instructions.BankQueue;
import terrace.orders.instructions.InstructionKind;
import terrace.orders.instructions.Instructions;

/** Asks the bank whose an account is, outside any transaction; then the proof is an instruction like others. */
@Singleton
class ProofDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ProofDelivery.class);

    private final ProofSteps steps;
    private final Instructions instructions;
    private final CustodyBank bank;
    private final InstructionKind<Proof> kind;

    ProofDelivery(ProofRepository repository, ProofSteps steps, Instructions instructions, CustodyBank bank) {
        this.steps = steps;
        this.instructions = instructions;
        this.bank = bank;
        this.kind = new InstructionKind<>(
                new BankQueue("orders.proof"),
                repository::lock,
                proof -> bank.findTransfer(proof.id()),
                this::tell,
                (proof, bankRef) -> {},
                steps::sent,
                (proof, why) -> steps.giveBack(proof));
    }

    /** Somebody waits before the page: soon. */
    @Factory
    static class Jobs {

        private static final int BATCH = 20;
        private static final Duration PAUSE = Duration.ofSeconds(3);

        @Singleton
        Job proveAccounts(ProofDelivery delivery) {
            return new Job("prove-accounts", PAUSE, () -> delivery.goOn(BATCH));
        }
    }

    private void goOn(int limit) {
        instructions.claim(kind.queue(), limit).forEach(this::goOn);
    }

    private void goOn(UUID id) {
        Proof proof = steps.byId(id);
        if (proof.state() == Proof.State.CHECKING) {
            steps.question(proof).ifPresent(question -> check(id, question));
        } else {
            instructions.carryOn(kind, id);
        }
    }

    private void check(UUID id, ForBank question) {
        switch (bank.checkName(question.holder(), question.number(), question.payee())) {
            case BankAnswer.Said<NameCheck>(NameCheck result) -> {
                switch (result) {
                    case DIFFERS -> steps.differs(id);
                    case NO_SUCH_ACCOUNT -> steps.unknown(id);
                    case MATCHES -> {
                        steps.matched(id);
                        instructions.tell(kind, id);
                    }
                }
            }
            case BankAnswer.Refused<NameCheck> refused -> {
                LOG.warn("The bank will not check the name of proof {}: {}", id, refused.code());
                steps.unknown(id);
            }
            case BankAnswer.Silent<NameCheck> silent -> instructions.troubled(kind, id, silent.why(), false);
        }
    }

    /** To an account that was taken back meanwhile nothing is sent any more. */
    private BankAnswer<Movement> tell(Proof proof) {
        return steps.question(proof)
                .map(question -> bank.sendProof(proof.id(), question.payee(), proof.fen(), proof.key()))
                .orElseGet(() -> new BankAnswer.Refused<>(0, "account_withdrawn", "the account was taken back"));
    }
}
