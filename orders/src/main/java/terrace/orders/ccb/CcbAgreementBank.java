package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import terrace.orders.gateway.AgreementBank;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Stage;

/** Agreements at this bank, by the same signed requests as its market. */
@Singleton
class CcbAgreementBank implements AgreementBank {

    private static final String NUMBER = "Agrt_No";
    private static final String UNKNOWN = "NOT_FOUND";

    private final CcbCalls calls;
    private final CcbSettings settings;

    CcbAgreementBank(CcbCalls calls, CcbSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public String channel() {
        return CcbGateway.CHANNEL;
    }

    @Override
    public BankAnswer<URI> offer(UUID agreementId, long perPaymentFen, long perDayFen, URI back) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(NUMBER, OurNumber.of(agreementId));
        fields.put("Lmt_Per", Yuan.of(perPaymentFen));
        fields.put("Lmt_Day", Yuan.of(perDayFen));
        fields.put("Rtn_Url", back.toString());
        return calls.market("/hsb/agreement", fields)
                .then(answer -> CcbCalls.read(new byte[0], nothing -> URI.create(answer.text("Sign_Url"))));
    }

    @Override
    public BankAnswer<Standing> standing(UUID agreementId) {
        BankAnswer<Standing> answer = calls.market("/hsb/agreement-status", Map.of(NUMBER, OurNumber.of(agreementId)))
                .then(CcbAgreementBank::standing);
        // the bank never heard of it: nobody can have signed it
        return answer instanceof Refused<Standing>(int status, String code, String message) && code.equals(UNKNOWN)
                ? new Said<>(Standing.OFFERED)
                : answer;
    }

    @Override
    public BankAnswer<Standing> end(UUID agreementId) {
        BankAnswer<Standing> answer = calls.market("/hsb/agreement-end", Map.of(NUMBER, OurNumber.of(agreementId)))
                .then(CcbAgreementBank::standing);
        return answer instanceof Refused<Standing>(int status, String code, String message) && code.equals(UNKNOWN)
                ? new Said<>(Standing.ENDED)
                : answer;
    }

    private static BankAnswer<Standing> standing(BankJson answer) {
        return CcbCalls.read(new byte[0], nothing -> switch (answer.text("Agrt_St")) {
            case "0" -> Standing.OFFERED;
            case "1" -> Standing.SIGNED;
            case "2" -> Standing.ENDED;
            default -> throw new IOException("an unknown state of an agreement");
        });
    }

    @Override
    public BankAnswer<Charge> debit(UUID agreementId, Checkout checkout, String key) {
        String order = OurNumber.of(checkout.paymentId());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Ittparty_Jrnl_No", key);
        fields.put(NUMBER, OurNumber.of(agreementId));
        fields.put("MERCHANTID", settings.merchantId());
        fields.put("POSID", settings.posId());
        fields.put("BRANCHID", settings.branchId());
        fields.put("Main_Ordr_No", order);
        fields.put("Txn_Tamt", Yuan.of(checkout.fen()));
        fields.put("Cmdty_Dsc", checkout.description());
        return calls.market("/hsb/debit", fields).map(answer -> new Charge(order, order, Stage.PROCESSING, 0, null));
    }
}
