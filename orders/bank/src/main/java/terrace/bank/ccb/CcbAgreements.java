package terrace.bank.ccb;

import java.util.Map;
import java.util.Optional;
import terrace.bank.book.Agreement;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Session;
import terrace.bank.counter.Checkouts;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.References;
import terrace.bank.counter.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * Agreements to be charged without a page: signed by the payer at the bank, ended by either at any time, and held to
 * their limits here whatever the shop asks for.
 */
public final class CcbAgreements {
    /** What the ids of agreements begin with. */
    public static final String PREFIX = "ag_";

    private static final String NUMBER = "Agrt_No";
    private static final long OPEN_MILLIS = 600_000;

    private final Checkouts checkouts;
    private final CcbCounter counter;
    private final String publicUrl;

    public CcbAgreements(Checkouts checkouts, CcbCounter counter, String publicUrl) {
        this.checkouts = checkouts;
        this.counter = counter;
        this.publicUrl = publicUrl;
    }

    /** Says what the payer may sign, and where; the same number again is the same agreement. */
    public Outcome offer(Page page, JsonNode json) {
        String number = CcbMarket.required(json, NUMBER);
        Agreement agreement = page.contents().agreement(number).orElseGet(() -> {
            Agreement offered = new Agreement(
                    References.next(PREFIX),
                    number,
                    CcbFields.fen("Lmt_Per", CcbMarket.required(json, "Lmt_Per")),
                    CcbFields.fen("Lmt_Day", CcbMarket.required(json, "Lmt_Day")),
                    CcbMarket.required(json, "Rtn_Url"),
                    Agreement.State.OFFERED,
                    Map.of());
            page.write(new Entry.AgreementOffered(offered));
            return offered;
        });
        return CcbMarket.done(
                Map.of(NUMBER, number, "Agrt_St", state(agreement), "Sign_Url", publicUrl + "/pay/" + agreement.id()));
    }

    private static String state(Agreement agreement) {
        return switch (agreement.state()) {
            case OFFERED -> "0";
            case SIGNED -> "1";
            case ENDED -> "2";
        };
    }

    public Outcome status(Page page, JsonNode json) {
        return page.contents()
                .agreement(CcbMarket.required(json, NUMBER))
                .map(agreement -> CcbMarket.done(Map.of(NUMBER, agreement.reference(), "Agrt_St", state(agreement))))
                .orElseGet(() -> CcbMarket.refused("NOT_FOUND", "There is no agreement of this number."));
    }

    /** By the shop's word or the payer's own. */
    public Outcome end(Page page, JsonNode json) {
        page.contents().agreement(CcbMarket.required(json, NUMBER)).ifPresent(agreement -> end(page, agreement));
        return status(page, json);
    }

    /** The payer takes the leave back. */
    public void end(Page page, Agreement agreement) {
        if (agreement.state() != Agreement.State.ENDED) {
            page.write(new Entry.AgreementIn(agreement.reference(), Agreement.State.ENDED));
        }
    }

    /** The payer gives leave; one that is ended stays ended. */
    public void sign(Page page, Agreement agreement) {
        if (agreement.state() == Agreement.State.OFFERED) {
            page.write(new Entry.AgreementIn(agreement.reference(), Agreement.State.SIGNED));
        }
    }

    /** Charges by an agreement; the same order again is the same charge. */
    public Outcome debit(Page page, String path, JsonNode json) {
        String order = CcbMarket.required(json, "Main_Ordr_No");
        long fen = CcbFields.fen("Txn_Tamt", CcbMarket.required(json, "Txn_Tamt"));
        Optional<Session> earlier = CcbCounter.known(page, order);
        if (earlier.isPresent()) {
            if (earlier.get().amountFen() != fen) {
                throw Refusal.invalid("Txn_Tamt", "The order is known with another amount.");
            }
            return CcbMarket.done(Map.of("Main_Ordr_No", order));
        }
        String number = CcbMarket.required(json, NUMBER);
        Agreement agreement = page.contents()
                .agreement(number)
                .filter(one -> one.state() == Agreement.State.SIGNED)
                .orElseThrow(() -> Refusal.missing("signed agreement", number));
        String day = CcbFields.day(page.now());
        if (fen < 1 || fen > agreement.perPaymentFen() || agreement.chargedFen(day) + fen > agreement.perDayFen()) {
            return CcbMarket.refused("OVER_LIMIT", "The agreement does not go so far.");
        }
        String back = agreement.backUrl();
        String purpose = json.path("Cmdty_Dsc").asText("");
        long expires = page.now().toEpochMilli() + OPEN_MILLIS;
        Session open = checkouts.open(page, order, purpose, fen, back, back, expires, null);
        page.write(new Entry.Arrived(open.id(), CcbFields.came(json)));
        page.write(new Entry.Debited(number, day, fen));
        counter.confirm(page, path, page.contents().session(open.id()).orElseThrow());
        return CcbMarket.done(Map.of("Main_Ordr_No", order));
    }
}
