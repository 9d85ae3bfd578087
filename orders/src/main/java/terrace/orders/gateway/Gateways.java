package terrace.orders.gateway;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import terrace.marketplace.embedded.StartupRefusal;

/** The door to the channels by which members may pay; settings say which are offered, the first is the usual one. */
@Singleton
public class Gateways {

    private final Map<String, PaymentGateway> known = new LinkedHashMap<>();
    private final List<String> offered;

    Gateways(List<PaymentGateway> gateways, BankSettings settings) {
        gateways.forEach(gateway -> known.put(gateway.channel(), gateway));
        offered = List.of(settings.channels().split(",", -1)).stream()
                .map(String::strip)
                .toList();
        offered.stream()
                .filter(channel -> !known.containsKey(channel))
                .findFirst()
                .ifPresent(channel -> {
                    throw new StartupRefusal(
                            "BANK_CHANNELS names \"" + channel + "\"; known are " + known.keySet() + ".");
                });
    }

    /** The channels a member may choose, the usual one first. */
    public List<String> offered() {
        return offered;
    }

    /** Those of them that are for members who pay for themselves. */
    public List<String> offeredToPersons() {
        return offered.stream().filter(channel -> !of(channel).ofFirms()).toList();
    }

    /** The channel used where nobody chose. */
    public String usual() {
        return offered.getFirst();
    }

    /** Every channel there is, offered or not. */
    public Collection<PaymentGateway> all() {
        return List.copyOf(known.values());
    }

    /** Those who paid by a channel no longer offered are still served by it. */
    public Optional<PaymentGateway> find(String channel) {
        return Optional.ofNullable(known.get(channel));
    }

    /** The gateway of a stored payment. */
    public PaymentGateway of(String channel) {
        return find(channel).orElseThrow(() -> new IllegalStateException("no gateway for the channel " + channel));
    }
}
