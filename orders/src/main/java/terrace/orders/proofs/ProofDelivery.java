package terrace.orders.proofs;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.bankaccounts.ForBank;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.PaymentGateway.NameCheck;

/** Asks the bank, outside any transaction. What was tried before is asked about first. */
@Singleton
class ProofDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ProofDelivery.class);

    private final ProofSteps steps;
    private final CustodyBank bank;

    ProofDelivery(ProofSteps steps, CustodyBank bank) {
        this.steps = steps;
        this.bank = bank;
    }

    /** Somebody waits before the page: soon. */
    @Factory
    static class Jobs {

        private static final int BATCH = 20;
        private static final Duration PAUSE = Duration.ofSeconds(3);

        @Singleton
        Job proveAccounts(ProofSteps steps, ProofDelivery delivery) {
            return new Job("prove-accounts", PAUSE, () -> steps.claim(BATCH).forEach(delivery::goOn));
        }
    }

    void goOn(UUID id) {
        Proof proof = steps.byId(id);
        switch (proof.state()) {
            case CHECKING -> steps.question(proof).ifPresent(question -> check(id, question));
            case SENDING -> askThenSend(proof);
            case SENT, PROVEN, SPENT, DIFFERS, UNKNOWN, DROPPED, RETURNED -> {}
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
                        send(steps.byId(id), question.payee());
                    }
                }
            }
            case BankAnswer.Refused<NameCheck> refused -> {
                LOG.warn("The bank will not check the name of proof {}: {}", id, refused.code());
                steps.unknown(id);
            }
            case BankAnswer.Silent<NameCheck> silent -> steps.unheard(id, silent.why(), false);
        }
    }

    private void askThenSend(Proof proof) {
        switch (bank.findTransfer(proof.id())) {
            case BankAnswer.Said<Optional<Movement>>(Optional<Movement> found) ->
                found.ifPresentOrElse(
                        movement -> steps.heard(proof.id(), movement),
                        // taken back meanwhile: nothing more is sent to it
                        () -> steps.question(proof)
                                .ifPresentOrElse(
                                        question -> send(proof, question.payee()), () -> steps.refused(proof.id())));
            case BankAnswer.Refused<Optional<Movement>> refused -> steps.unheard(proof.id(), refused.message(), false);
            case BankAnswer.Silent<Optional<Movement>> silent -> steps.unheard(proof.id(), silent.why(), false);
        }
    }

    private void send(Proof proof, String payee) {
        if (proof.state() != Proof.State.SENDING) {
            return;
        }
        switch (bank.sendProof(proof.id(), payee, proof.fen(), proof.key())) {
            case BankAnswer.Said<Movement>(Movement movement) -> steps.heard(proof.id(), movement);
            case BankAnswer.Refused<Movement> refused -> {
                LOG.warn("Proof {} refused by the bank: {}", proof.id(), refused.code());
                steps.refused(proof.id());
            }
            case BankAnswer.Silent<Movement> silent -> steps.unheard(proof.id(), silent.why(), silent.kept());
        }
    }
}
