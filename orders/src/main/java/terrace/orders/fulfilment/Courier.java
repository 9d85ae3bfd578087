package terrace.orders.fulfilment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who carries parcels, and what their tracking numbers look like; patterns as the couriers' public query pages accept
 * them, wide rather than narrow, since a refused true number costs a merchant more than an accepted typing error.
 */
public enum Courier {
    SF("顺丰速运", "SF Express", "SF\\d{12,13}|\\d{12}"),
    EMS("中国邮政EMS", "China Post EMS", "[A-Z]{2}\\d{9}CN|\\d{13}"),
    ZTO("中通快递", "ZTO Express", "\\d{12,15}"),
    YTO("圆通速递", "YTO Express", "YT\\d{13}|\\d{12,18}"),
    YUNDA("韵达快递", "Yunda Express", "\\d{13,15}"),
    STO("申通快递", "STO Express", "\\d{12,15}"),
    JT("极兔速递", "J&T Express", "JT\\d{13}|\\d{12,15}"),
    JD("京东物流", "JD Logistics", "JD[A-Z0-9]{11,15}|\\d{12,15}");

    private final String nameZh;
    private final String nameEn;
    private final Pattern tracking;

    Courier(String nameZh, String nameEn, String tracking) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.tracking = Pattern.compile(tracking);
    }

    /** Stored and sent in forms. */
    public String code() {
        return name();
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** Whether a number, spaces and case aside, could be this courier's. */
    public boolean recognises(String trackingNumber) {
        return tracking.matcher(tidy(trackingNumber)).matches();
    }

    /** Without spaces, in capital letters, as it is kept. */
    public static String tidy(String trackingNumber) {
        return trackingNumber.strip().replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** The courier of a code from a form. */
    public static Optional<Courier> byCode(String code) {
        for (Courier courier : values()) {
            if (courier.name().equals(code)) {
                return Optional.of(courier);
            }
        }
        return Optional.empty();
    }
}
