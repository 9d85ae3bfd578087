package terrace.orders.settlement;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.instructions.BankQueue;
import terrace.orders.instructions.InstructionKind;
import terrace.orders.instructions.Instructions;

/** What the bank is told of payouts: by the operator's own request, and by a job where that could not finish. */
@Singleton
class PayoutDelivery {

    private final Instructions instructions;
    private final InstructionKind<Payout> kind;

    PayoutDelivery(PayoutRepository repository, Payouts payouts, Instructions instructions, CustodyBank bank) {
        this.instructions = instructions;
        this.kind = new InstructionKind<>(
                new BankQueue("orders.payout"),
                repository::lock,
                payout -> bank.findTransfer(payout.id()),
                payout -> bank.transfer(payout.id(), payout.destination(), payout.fen(), payout.key()),
                (payout, bankRef) -> {},
                payouts::sent,
                payouts::giveBack);
    }

    @Factory
    static class Jobs {

        private static final int BATCH = 50;

        @Singleton
        Job sendPayouts(PayoutDelivery delivery) {
            return new Job(
                    "send-payouts", Duration.ofSeconds(20), () -> delivery.instructions.deliver(delivery.kind, BATCH));
        }
    }

    void send(UUID id) {
        instructions.tell(kind, id);
    }
}
