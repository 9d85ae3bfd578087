package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.BankNotice.Flaw;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.OurNumber;

/**
 * The bank's notices: a form whose last field is an RSA signature over all before it. It is verified over the bytes as
 * they came, undone from their percent signs, before a field is looked at; then every field must stand where it may.
 */
@Singleton
class CcbNotices {

    static final int BYTES_MAX = 8 * 1024;

    private static final String SIGN = "&SIGN=";
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{128,1024}");
    private static final Pattern TYPE = Pattern.compile(
            "application/x-www-form-urlencoded(\\s*;\\s*charset=\"?(utf-8|us-ascii|gbk|gb2312|gb18030)\"?)?");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /** In this order and none twice. */
    private static final List<String> FIELDS = List.of(
            "POSID",
            "BRANCHID",
            "ORDERID",
            "PAYMENT",
            "CURCODE",
            "REMARK1",
            "REMARK2",
            "ACC_TYPE",
            "SUCCESS",
            "TYPE",
            "REFERER",
            "CLIENTIP",
            "ACCDATE",
            "USRMSG",
            "INSTALLNUM",
            "ERRMSG",
            "USRINFO");

    private static final Set<String> MAY_BE_MISSING = Set.of("ACC_TYPE", "ACCDATE", "USRMSG", "INSTALLNUM", "USRINFO");

    /** The bank repeats a notice for days; one of another month is nobody's notice of today. */
    private static final int DAYS_OLD_MAX = 30;

    private static final int DAYS_AHEAD_MAX = 1;

    private final CcbSettings settings;
    private final CcbKeys keys;
    private final CcbFirmNotices ofFirms;
    private final Clock clock;

    CcbNotices(CcbSettings settings, CcbKeys keys, CcbFirmNotices ofFirms, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.ofFirms = ofFirms;
        this.clock = clock;
    }

    BankNotice read(NoticeLetter letter) {
        boolean typed = letter.header("content-type")
                .filter(type -> TYPE.matcher(type.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
        return typed && !letter.has("content-encoding")
                ? readForm(letter.body())
                : new BankNotice.Refused(Flaw.MALFORMED);
    }

    /** A form by itself, as the way back carries it in its address. */
    BankNotice readForm(byte[] body) {
        if (body.length > BYTES_MAX) {
            return new BankNotice.Refused(Flaw.TOO_LARGE);
        }
        String form = new String(body, StandardCharsets.ISO_8859_1);
        if (form.chars().anyMatch(letter -> letter <= ' ' || letter > '~')
                || BROKEN_ESCAPE.matcher(form).find()) {
            return new BankNotice.Refused(Flaw.MALFORMED);
        }
        if (form.contains(CcbFirmNotices.SIGN)) {
            return ofFirms.read(form);
        }
        int cut = form.lastIndexOf(SIGN);
        if (cut <= 0) {
            return new BankNotice.Refused(Flaw.MALFORMED);
        }
        String signed = form.substring(0, cut);
        String sign = form.substring(cut + SIGN.length());
        if (!signature(sign)) {
            return new BankNotice.Refused(Flaw.MALFORMED);
        }
        byte[] bytes = URLDecoder.decode(signed, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return keys.ofBank(bytes, HexFormat.of().parseHex(sign))
                    ? fields(signed, sign)
                    : new BankNotice.Refused(Flaw.FORGED);
        } catch (IOException e) {
            // without the bank's key nothing is the bank's
            return new BankNotice.Refused(Flaw.FORGED);
        }
    }

    private BankNotice fields(String signed, String sign) {
        Map<String, String> fields = new LinkedHashMap<>();
        int last = -1;
        for (String field : signed.split("&", -1)) {
            int equals = field.indexOf('=');
            int place = equals < 0 ? -1 : FIELDS.indexOf(field.substring(0, equals));
            if (place <= last) {
                return new BankNotice.Refused(Flaw.UNREADABLE);
            }
            last = place;
            fields.put(FIELDS.get(place), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        boolean whole = FIELDS.stream().allMatch(name -> fields.containsKey(name) || MAY_BE_MISSING.contains(name));
        boolean ours = settings.posId().equals(fields.get("POSID"))
                && settings.branchId().equals(fields.get("BRANCHID"))
                && "01".equals(fields.get("CURCODE"));
        if (!whole || !ours || !List.of("Y", "N").contains(fields.getOrDefault("SUCCESS", ""))) {
            return new BankNotice.Refused(Flaw.UNREADABLE);
        }
        return dated(fields, sign);
    }

    private BankNotice dated(Map<String, String> fields, String sign) {
        String written = fields.get("ACCDATE");
        if (written != null && !written.isEmpty()) {
            try {
                LocalDate day = LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
                Optional<Flaw> flaw = flawOf(day, clock.today());
                if (flaw.isPresent()) {
                    return new BankNotice.Refused(flaw.get());
                }
            } catch (DateTimeParseException e) {
                return new BankNotice.Refused(Flaw.UNREADABLE);
            }
        }
        String type = "Y".equals(fields.get("SUCCESS")) ? "ccb.paid" : "ccb.not_paid";
        Optional<UUID> payment = OurNumber.read(fields.getOrDefault("ORDERID", ""));
        return new BankNotice.Genuine(digest(sign), type, payment, Optional.empty());
    }

    /** Whether it has the shape of a signature. */
    static boolean signature(String sign) {
        return HEX.matcher(sign).matches() && sign.length() % 2 == 0;
    }

    /** What is wrong with a notice of that day. */
    static Optional<Flaw> flawOf(LocalDate day, LocalDate today) {
        if (day.isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
            return Optional.of(Flaw.FROM_THE_FUTURE);
        }
        return day.isBefore(today.minusDays(DAYS_OLD_MAX)) ? Optional.of(Flaw.TOO_OLD) : Optional.empty();
    }

    /** This bank numbers no notices: the same signature is the same notice. */
    static String digest(String sign) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(sign.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
