package terrace.marketplace.zones;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Terms of one zone. They are for goods of its merchants, of the categories named.
 *
 * @param categoryIds none for all goods of its merchants
 * @param provinces where goods go, by two digits; none for everywhere
 * @param firstProvinces who may buy first; none for all alike
 * @param firstUntil until when only those may
 * @param piecesMax how many of one listing one person may buy within the days
 * @param jinFenMax what 斤 may cost at most, in fen
 * @param endsAt from when there are no terms
 */
public record ZoneTerms(
        String pavilionCode,
        Set<UUID> categoryIds,
        Set<String> provinces,
        Set<String> firstProvinces,
        @Nullable Instant firstUntil,
        @Nullable Integer piecesMax,
        int days,
        @Nullable Long jinFenMax,
        Instant endsAt) {

    public static final int PIECES_MAX = 999;
    public static final int DAYS_MAX = 90;

    public ZoneTerms {
        categoryIds = Set.copyOf(categoryIds);
        provinces = Set.copyOf(provinces);
        firstProvinces = Set.copyOf(firstProvinces);
        if (!firstProvinces.isEmpty() && firstUntil == null) {
            throw new IllegalArgumentException("who comes first comes first until some moment");
        }
    }

    boolean concern(ZoneGoods goods, Set<UUID> members) {
        return members.contains(goods.merchantId())
                && (categoryIds.isEmpty() || goods.categoryIds().stream().anyMatch(categoryIds::contains));
    }

    /** What stands against goods going to a province now, beside how many were bought before. */
    Optional<ZoneRefusal> against(ZoneGoods goods, String province, Instant now) {
        if (!provinces.isEmpty() && !provinces.contains(province)) {
            return Optional.of(new ZoneRefusal.NotThere(
                    pavilionCode, provinces.stream().sorted().toList()));
        }
        Instant until = firstUntil;
        if (until != null && now.isBefore(until) && !firstProvinces.contains(province) && !firstProvinces.isEmpty()) {
            return Optional.of(new ZoneRefusal.OthersFirst(
                    pavilionCode, firstProvinces.stream().sorted().toList(), until));
        }
        if (jinFenMax != null && goods.jinFen() > jinFenMax) {
            return Optional.of(new ZoneRefusal.TooDear(pavilionCode, goods.jinFen(), jinFenMax));
        }
        return Optional.empty();
    }
}
