package terrace.orders.cart;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A cart as it is now: what can be bought, by merchant, and apart from it what cannot, with the reason. */
public record Cart(UUID owner, List<Group> groups, List<UnavailableLine> unavailable) {

    /** One merchant's lines. */
    public record Group(UUID merchantId, String merchantName, List<CartLine> lines, long goodsFen) {}

    /** The goods that can be bought, in fen, without carriage. */
    public long goodsFen() {
        return groups.stream().mapToLong(Group::goodsFen).sum();
    }

    /** The SKUs that can be bought; a checkout form carries them back. */
    public Set<UUID> skuIds() {
        Set<UUID> ids = new HashSet<>();
        groups.forEach(group -> group.lines().forEach(line -> ids.add(line.skuId())));
        return Set.copyOf(ids);
    }

    /** Of those sold before the harvest, the day they are sent from. */
    public Map<UUID, LocalDate> early() {
        Map<UUID, LocalDate> early = new HashMap<>();
        for (Group group : groups) {
            for (CartLine line : group.lines()) {
                LocalDate day = line.shipsFrom();
                if (day != null) {
                    early.put(line.skuId(), day);
                }
            }
        }
        return Map.copyOf(early);
    }

    /** Whether there is nothing to show at all. */
    public boolean isEmpty() {
        return groups.isEmpty() && unavailable.isEmpty();
    }
}
