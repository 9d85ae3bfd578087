package terrace.bank.ccb;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import terrace.bank.book.BankFile;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Session;
import terrace.bank.counter.Announcements;
import terrace.bank.counter.Announcements.News;
import terrace.bank.counter.Checkouts;
import terrace.bank.counter.Faults;
import terrace.bank.counter.Form;
import terrace.bank.counter.References;
import terrace.bank.counter.Refusal;

/** Payers who come by a signed redirect, the shop's questions about their orders, and what the shop is told. */
public final class CcbCounter {
    /** A payment by redirect. */
    public static final String PAY = "520100";
    /** A payment by an enterprise, of whose people two must agree. */
    public static final String PAY_OF_FIRM = "690401";
    /** A question about an order. */
    public static final String ASK = "410408";

    private static final long OPEN_MILLIS = 1_800_000;
    private static final int ORDER_LENGTH_MAX = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final List<String> KEPT =
            List.of("MERCHANTID", "POSID", "BRANCHID", "TXCODE", "REMARK1", "REMARK2", "REFERER", "CLIENTIP");

    private final Checkouts checkouts;
    private final Announcements announcements;
    private final CcbKeys keys;
    private final String returnUrl;

    public CcbCounter(Faults faults, Checkouts checkouts, CcbKeys keys, String returnUrl) {
        this.checkouts = checkouts;
        this.announcements = new Announcements(faults);
        this.keys = keys;
        this.returnUrl = returnUrl;
    }

    /** Where payers go back to, without what is told there. */
    String returnUrl() {
        return returnUrl;
    }

    /** The session a payer may pay; the market may have announced its order before. */
    public Session arrive(Page page, Form form) {
        boolean firm = form.required("TXCODE").equals(PAY_OF_FIRM);
        if (!(firm ? CcbFields.firmMacFits(form) : CcbFields.redirectMacFits(form, keys.pub()))) {
            throw Refusal.invalid("MAC", "The MAC does not fit the fields.");
        }
        String order = form.reference("ORDERID");
        if (order.length() > ORDER_LENGTH_MAX) {
            throw Refusal.invalid("ORDERID", "An order number has at most 30 characters.");
        }
        long fen = CcbFields.fen("PAYMENT", form.required("PAYMENT"));
        Session session = known(page, order)
                .orElseGet(() -> checkouts.open(
                        page, order, unescaped(form), fen, returnUrl, returnUrl, expires(page, form), null));
        if (session.amountFen() != fen) {
            throw Refusal.invalid("PAYMENT", "The order is known with another amount.");
        }
        if (session.ccb() == null) {
            Map<String, String> came = new LinkedHashMap<>();
            KEPT.forEach(name -> came.put(name, form.values().getOrDefault(name, "")));
            page.write(new Entry.Arrived(session.id(), came));
        }
        return session;
    }

    static Optional<Session> known(Page page, String order) {
        return page.contents().sessionsOfReference(order).stream().findFirst();
    }

    /** Chinese letters come as JavaScript's escape writes them. */
    private static String unescaped(Form form) {
        StringBuilder text = new StringBuilder();
        String escaped = form.values().getOrDefault("PROINFO", "");
        for (int at = 0; at < escaped.length(); at++) {
            int length = escaped.startsWith("%u", at) ? 6 : escaped.charAt(at) == '%' ? 3 : 1;
            if (length > 1 && at + length <= escaped.length()) {
                String digits = escaped.substring(at + length / 3, at + length);
                text.append((char) Integer.parseInt(digits, 16));
                at += length - 1;
            } else {
                text.append(escaped.charAt(at));
            }
        }
        return text.toString();
    }

    private static long expires(Page page, Form form) {
        try {
            return form.text("TIMEOUT")
                    .map(text -> LocalDateTime.parse(text, TIME)
                            .atZone(BankFile.ZONE)
                            .toInstant()
                            .toEpochMilli())
                    .orElse(page.now().toEpochMilli() + OPEN_MILLIS);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("TIMEOUT", "TIMEOUT is a time as in 20261121170000");
        }
    }

    /** Takes the money and tells the shop by a signed form. */
    public Session confirm(Page page, String path, Session session) {
        Session paid = checkouts.charge(page, path, session);
        if (paid.paid() && !session.paid()) {
            tell(page, path, paid);
        }
        return paid;
    }

    /** The payer's bank says no: the order stays open, another try is allowed. */
    public Session decline(Page page, String path, Session session) {
        if (session.stateAt(page.now()) == Session.State.OPEN) {
            page.write(new Entry.Declined(session.id(), page.now().toEpochMilli()));
            tell(page, path, page.contents().session(session.id()).orElseThrow());
        }
        return session;
    }

    void tell(Page page, String path, Session session) {
        String type = session.paid() ? "ccb.paid" : CcbFirms.waits(session) ? "ccb.entered" : "ccb.not_paid";
        String body = CcbFields.told(session, page.now(), keys);
        announcements.announce(page, path, List.of(new News(References.next("ccb_"), type, body, true)));
    }

    /** Where a payer is sent back to, with the signed word of the bank. */
    public String wayBack(Page page, Session session) {
        return returnUrl + (returnUrl.contains("?") ? "&" : "?") + CcbFields.told(session, page.now(), keys);
    }

    /** The answer to a question about an order, as XML. */
    public String status(Page page, Form form) {
        if (!CcbFields.queryMacFits(form)) {
            return xml("0130Z1103001", "MAC", "");
        }
        Optional<Session> session = known(page, form.required("ORDERID"))
                .filter(found ->
                        CcbFields.day(CcbFields.dayOf(found.createdMillis())).equals(form.required("ORDERDATE")))
                .filter(found -> kind(page, found).equals(form.required("KIND")));
        return session.map(found -> xml("000000", "", order(page, found, form)))
                .orElseGet(() -> xml("0130Z110C003", "no such order", ""));
    }

    /** What is of today is not settled yet; at midnight the same order goes over to the others. */
    private static String kind(Page page, Session session) {
        boolean today = CcbFields.dayOf(session.createdMillis())
                .equals(CcbFields.dayOf(page.now().toEpochMilli()));
        return today ? "0" : "1";
    }

    private static String order(Page page, Session session, Form form) {
        String status =
                switch (session.stateAt(page.now())) {
                    case COMPLETE -> "1";
                    // 5: the bank is not sure yet
                    case OPEN -> CcbFirms.waits(session) ? "5" : "2";
                    case EXPIRED -> "0";
                };
        return "<QUERYORDER><MERCHANTID>" + escaped(form.required("MERCHANTID")) + "</MERCHANTID><ORDERID>"
                + session.reference() + "</ORDERID><ORDERDATE>"
                + CcbFields.day(CcbFields.dayOf(session.createdMillis())) + "</ORDERDATE><AMOUNT>"
                + CcbFields.yuan(session.paid() ? session.receivedFen() : session.amountFen()) + "</AMOUNT><STATUS>"
                + status + "</STATUS><REFUND>" + CcbFields.yuan(session.refundedFen()) + "</REFUND></QUERYORDER>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String xml(String code, String message, String orders) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DOCUMENT><RETURN_CODE>" + code
                + "</RETURN_CODE><RETURN_MSG>" + message + "</RETURN_MSG>" + orders + "</DOCUMENT>\n";
    }
}
