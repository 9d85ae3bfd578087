package terrace.orders.refunds;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.Gateways;
import terrace.orders.gateway.PaymentGateway;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.instructions.BankQueue;
import terrace.orders.instructions.InstructionKind;
import terrace.orders.instructions.Instructions;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** What banks are told of refunds, and what their answers make of them. */
@Factory
class RefundDelivery {

    private static final int BATCH = 50;

    private final RefundRepository repository;
    private final Gateways gateways;
    private final Ledger ledger;
    private final Clock clock;

    RefundDelivery(RefundRepository repository, Gateways gateways, Ledger ledger, Clock clock) {
        this.repository = repository;
        this.gateways = gateways;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Singleton
    Job sendRefunds(Instructions instructions) {
        var kind = new InstructionKind<Refund>(
                new BankQueue("orders.refund"),
                repository::lock,
                refund -> gateways.of(refund.channel()).findRefund(refund.id(), refund.bankIntent()),
                this::tell,
                (refund, bankRef) -> repository.progress(refund.id(), Refund.State.PENDING, bankRef, null, null),
                (refund, bankRef) -> repository.progress(refund.id(), Refund.State.DONE, bankRef, null, clock.now()),
                this::fail);
        return new Job("send-refunds", Duration.ofSeconds(5), () -> instructions.deliver(kind, BATCH));
    }

    private BankAnswer<Movement> tell(Refund refund) {
        PaymentGateway bank = gateways.of(refund.channel());
        UUID order = refund.orderId();
        return order == null
                ? bank.refund(refund.id(), refund.bankIntent(), refund.fen(), refund.key())
                : bank.refundOf(order, refund.id(), refund.bankIntent(), refund.fen(), refund.key());
    }

    /** Its money is unallocated again. */
    private void fail(Refund refund, String why) {
        repository.progress(refund.id(), Refund.State.FAILED, refund.bankRef(), why, null);
        ledger.post(Journal.of(
                JournalKind.REFUND_FAILED,
                Refunds.SOURCE,
                refund.id(),
                clock.now(),
                Posting.debit(Account.refundInFlight(refund.id()), refund.fen()),
                Posting.credit(Account.unallocated(refund.paymentId()), refund.fen())));
    }
}
