package terrace.orders.ccb;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import terrace.orders.gateway.AgreementBank;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;

/** Agreements at the bank in memory; its charges are that bank's. */
@Singleton
@Requires(notEnv = "sandbox")
@Replaces(CcbAgreementBank.class)
public class FakeAgreementBank implements AgreementBank {

    private final FakePaymentGateway bank;
    private final Map<UUID, Standing> standings = new ConcurrentHashMap<>();

    FakeAgreementBank(FakePaymentGateway bank) {
        this.bank = bank;
    }

    /** The member signs what was offered. */
    public void sign(UUID agreementId) {
        standings.replace(agreementId, Standing.OFFERED, Standing.SIGNED);
    }

    @Override
    public String channel() {
        return bank.channel();
    }

    @Override
    public BankAnswer<URI> offer(UUID agreementId, long perPaymentFen, long perDayFen, URI back) {
        standings.putIfAbsent(agreementId, Standing.OFFERED);
        return new BankAnswer.Said<>(URI.create("http://bank.test/agreements/" + agreementId));
    }

    @Override
    public BankAnswer<Standing> standing(UUID agreementId) {
        return new BankAnswer.Said<>(standings.getOrDefault(agreementId, Standing.ENDED));
    }

    @Override
    public BankAnswer<Standing> end(UUID agreementId) {
        standings.put(agreementId, Standing.ENDED);
        return standing(agreementId);
    }

    @Override
    public BankAnswer<Charge> debit(UUID agreementId, Checkout checkout, String key) {
        return standings.get(agreementId) == Standing.SIGNED
                ? bank.debit(checkout, key)
                : new BankAnswer.Refused<>(402, "agreement_ended", "nothing is charged any more");
    }
}
