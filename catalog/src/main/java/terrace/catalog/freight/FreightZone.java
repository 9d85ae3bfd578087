package terrace.catalog.freight;

import org.jspecify.annotations.Nullable;

/**
 * The tariff of one province within a template.
 *
 * @param provinceCode two digits, or {@link #EVERYWHERE_ELSE} for provinces without a zone of their own
 * @param delivered false when nothing is sent there; the sums are ignored then
 * @param firstGrams weight that the first fee covers
 * @param stepGrams each begun step above the first weight costs the step fee
 * @param freeFromFen goods of this value or more travel free; null when never
 */
public record FreightZone(
        String provinceCode,
        boolean delivered,
        long firstGrams,
        long firstFen,
        long stepGrams,
        long stepFen,
        @Nullable Long freeFromFen) {

    public static final String EVERYWHERE_ELSE = "00";

    public static FreightZone notDelivered(String provinceCode) {
        return new FreightZone(provinceCode, false, 1, 0, 1, 0, null);
    }

    public static FreightZone free(String provinceCode) {
        return new FreightZone(provinceCode, true, 1, 0, 1, 0, 0L);
    }

    FreightQuote quote(long grams, long goodsFen) {
        if (!delivered) {
            return new FreightQuote.NotDelivered();
        }
        if (freeFromFen != null && goodsFen >= freeFromFen) {
            return new FreightQuote.Charged(0);
        }
        long steps = Math.ceilDiv(Math.max(0, grams - firstGrams), stepGrams);
        return new FreightQuote.Charged(Math.addExact(firstFen, Math.multiplyExact(steps, stepFen)));
    }
}
