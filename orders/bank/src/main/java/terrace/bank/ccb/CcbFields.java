package terrace.bank.ccb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import terrace.bank.book.BankFile;
import terrace.bank.book.Session;
import terrace.bank.counter.Form;
import terrace.bank.counter.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** Field orders, amounts in yuan, days and the two checks of the protocol. */
final class CcbFields {
    private static final List<String> BEFORE_PUB = List.of(
            "MERCHANTID", "POSID", "BRANCHID", "ORDERID", "PAYMENT", "CURCODE", "TXCODE", "REMARK1", "REMARK2", "TYPE");
    private static final List<String> AFTER_PUB = List.of("GATEWAY", "CLIENTIP", "REGINFO", "PROINFO", "REFERER");
    private static final List<String> WHERE_FILLED = List.of("INSTALLNUM", "THIRDAPPINFO", "TIMEOUT", "ISSINSCODE");
    private static final List<String> QUERY = List.of(
            "MERCHANTID",
            "BRANCHID",
            "POSID",
            "ORDERDATE",
            "BEGORDERTIME",
            "ENDORDERTIME",
            "ORDERID",
            "QUPWD",
            "TXCODE",
            "TYPE",
            "KIND",
            "STATUS",
            "SEL_TYPE",
            "PAGE",
            "OPERATOR",
            "CHANNEL");
    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,9})\\.([0-9]{2})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private CcbFields() {}

    static boolean redirectMacFits(Form form, String pub) {
        Map<String, String> fields = new LinkedHashMap<>();
        BEFORE_PUB.forEach(name -> fields.put(name, form.values().getOrDefault(name, "")));
        fields.put("PUB", pub);
        AFTER_PUB.forEach(name -> fields.put(name, form.values().getOrDefault(name, "")));
        WHERE_FILLED.forEach(name -> form.text(name).ifPresent(value -> fields.put(name, value)));
        return fits(form, fields);
    }

    /** What enterprises come with is shorter, and nothing of a key is in its MAC. */
    static boolean firmMacFits(Form form) {
        Map<String, String> fields = new LinkedHashMap<>();
        BEFORE_PUB.stream()
                .filter(name -> !name.equals("TYPE"))
                .forEach(name -> fields.put(name, form.values().getOrDefault(name, "")));
        return fits(form, fields);
    }

    /** The password counts as empty in the MAC of a query. */
    static boolean queryMacFits(Form form) {
        Map<String, String> fields = new LinkedHashMap<>();
        QUERY.forEach(name ->
                fields.put(name, name.equals("QUPWD") ? "" : form.values().getOrDefault(name, "")));
        return fits(form, fields);
    }

    private static boolean fits(Form form, Map<String, String> fields) {
        String given = form.values().getOrDefault("MAC", "").toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), md5(joined(fields)).getBytes(StandardCharsets.US_ASCII));
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    /** What a charge without a page has in place of the fields of a redirect. */
    static Map<String, String> came(JsonNode json) {
        Map<String, String> came = new LinkedHashMap<>();
        for (String name : List.of("MERCHANTID", "POSID", "BRANCHID")) {
            came.put(name, json.path(name).asText(""));
        }
        return came;
    }

    /** What the shop is told of a payment, signed, as a form. */
    static String told(Session session, Instant now, CcbKeys keys) {
        return CcbFirms.of(session) ? toldOfFirm(session, now, keys) : toldOfPerson(session, now, keys);
    }

    private static String toldOfPerson(Session session, Instant now, CcbKeys keys) {
        Map<String, String> came = session.ccb() == null ? Map.of() : session.ccb();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("POSID", came.getOrDefault("POSID", ""));
        fields.put("BRANCHID", came.getOrDefault("BRANCHID", ""));
        fields.put("ORDERID", session.reference());
        fields.put("PAYMENT", yuan(session.paid() ? session.receivedFen() : session.amountFen()));
        fields.put("CURCODE", "01");
        fields.put("REMARK1", came.getOrDefault("REMARK1", ""));
        fields.put("REMARK2", came.getOrDefault("REMARK2", ""));
        fields.put("ACC_TYPE", "12");
        fields.put("SUCCESS", session.paid() ? "Y" : "N");
        fields.put("TYPE", "1");
        fields.put("REFERER", came.getOrDefault("REFERER", ""));
        fields.put("CLIENTIP", came.getOrDefault("CLIENTIP", ""));
        fields.put("ACCDATE", day(now));
        fields.put("ERRMSG", "");
        String sign = keys.sign(joined(fields));
        fields.put("SIGN", sign);
        return encoded(fields);
    }

    /** Of enterprises the signature is over the values alone, one after the other. */
    private static String toldOfFirm(Session session, Instant now, CcbKeys keys) {
        Map<String, String> came = session.ccb() == null ? Map.of() : session.ccb();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MPOSID", came.getOrDefault("POSID", ""));
        fields.put("ORDER_NUMBER", session.reference());
        fields.put("CUST_ID", "ENTERPRISE");
        fields.put("ACC_NO", "");
        fields.put("ACC_NAME", "沙箱企业");
        fields.put("AMOUNT", yuan(session.paid() ? session.receivedFen() : session.amountFen()));
        fields.put("STATUS", session.paid() ? "4" : CcbFirms.waits(session) ? "2" : "1");
        fields.put("REMARK1", came.getOrDefault("REMARK1", ""));
        fields.put("REMARK2", came.getOrDefault("REMARK2", ""));
        fields.put("TRAN_FLAG", "N");
        fields.put("TRAN_TIME", TIME.format(now.atZone(BankFile.ZONE)));
        fields.put("BRANCH_NAME", "");
        String sign = keys.sign(String.join("", fields.values()));
        fields.put("SIGNSTRING", sign);
        return encoded(fields);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String yuan(long fen) {
        return fen / 100 + "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
    }

    static long fen(String name, String yuan) {
        var parts = YUAN.matcher(yuan);
        if (!parts.matches()) {
            throw Refusal.invalid(name, name + " is in yuan with two decimals");
        }
        return Long.parseLong(parts.group(1)) * 100 + Long.parseLong(parts.group(2));
    }

    static LocalDate dayOf(long millis) {
        return Instant.ofEpochMilli(millis).atZone(BankFile.ZONE).toLocalDate();
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(BankFile.ZONE).toLocalDate());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
