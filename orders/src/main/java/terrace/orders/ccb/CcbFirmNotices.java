package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.BankNotice.Flaw;
import terrace.orders.gateway.OurNumber;

/**
 * What the bank tells of an enterprise's payment. Its signature is over the values alone, one after the other, so that
 * a letter could move from one field into the next unseen: names and order are held to, and of the values only those of
 * a fixed length are used. Which state means that the second person has agreed is told nowhere: none is believed.
 */
@Singleton
class CcbFirmNotices {

    static final String SIGN = "&SIGNSTRING=";

    private static final List<String> FIELDS = List.of(
            "MPOSID",
            "ORDER_NUMBER",
            "CUST_ID",
            "ACC_NO",
            "ACC_NAME",
            "AMOUNT",
            "STATUS",
            "REMARK1",
            "REMARK2",
            "TRAN_FLAG",
            "TRAN_TIME",
            "BRANCH_NAME");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final CcbSettings settings;
    private final CcbKeys keys;
    private final Clock clock;

    CcbFirmNotices(CcbSettings settings, CcbKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param form printable, every percent sign followed by two digits */
    BankNotice read(String form) {
        int cut = form.lastIndexOf(SIGN);
        String sign = form.substring(cut + SIGN.length());
        if (!CcbNotices.signature(sign)) {
            return new BankNotice.Refused(Flaw.MALFORMED);
        }
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String field : form.substring(0, cut).split("&", -1)) {
            int equals = Math.max(0, field.indexOf('='));
            names.add(field.substring(0, equals));
            values.add(URLDecoder.decode(
                    field.substring(Math.min(field.length(), equals + 1)), StandardCharsets.ISO_8859_1));
        }
        byte[] signed = String.join("", values).getBytes(StandardCharsets.ISO_8859_1);
        try {
            if (!keys.ofBank(signed, HexFormat.of().parseHex(sign))) {
                return new BankNotice.Refused(Flaw.FORGED);
            }
        } catch (IOException e) {
            // without the bank's key nothing is the bank's
            return new BankNotice.Refused(Flaw.FORGED);
        }
        return names.equals(FIELDS) ? believed(values, sign) : new BankNotice.Refused(Flaw.UNREADABLE);
    }

    private BankNotice believed(List<String> values, String sign) {
        Optional<UUID> payment = OurNumber.read(values.get(FIELDS.indexOf("ORDER_NUMBER")));
        if (!settings.posId().equals(values.getFirst())) {
            return new BankNotice.Refused(Flaw.UNREADABLE);
        }
        try {
            LocalDate day = LocalDateTime.parse(values.get(FIELDS.indexOf("TRAN_TIME")), TIME)
                    .toLocalDate();
            return CcbNotices.flawOf(day, clock.today())
                    .<BankNotice>map(BankNotice.Refused::new)
                    .orElseGet(() ->
                            new BankNotice.Genuine(CcbNotices.digest(sign), "ccb.of_firm", payment, Optional.empty()));
        } catch (DateTimeParseException e) {
            return new BankNotice.Refused(Flaw.UNREADABLE);
        }
    }
}
