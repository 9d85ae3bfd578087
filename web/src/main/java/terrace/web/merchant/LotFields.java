package terrace.web.merchant;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.lots.LotUses;
import terrace.catalog.lots.OpenLot;
import terrace.orders.fulfilment.LotWish;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** The fields by which a merchant says from which lot the goods of a line are; none where no lot is known. */
@Singleton
class LotFields {
    static final String LOT = "lot-";
    private static final String BEYOND = "beyond-";
    private static final int DIGITS_MAX = 4;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final LotUses lots;
    private final Words words;

    LotFields(LotUses lots, Words words) {
        this.lots = lots;
        this.words = words;
    }

    /** What was chosen, by the position of the line; nothing chosen is the lot harvested first. */
    static Map<Integer, LotWish> wishes(Map<String, String> typed) {
        Map<Integer, LotWish> wishes = new HashMap<>();
        typed.forEach((name, value) -> {
            String position = name.startsWith(LOT) ? name.substring(LOT.length()) : "";
            if (position.matches("[0-9]{1," + DIGITS_MAX + "}")
                    && UUID_TEXT.matcher(value).matches()) {
                wishes.put(
                        Integer.parseInt(position),
                        new LotWish(UUID.fromString(value), typed.containsKey(BEYOND + position)));
            }
        });
        return wishes;
    }

    /** @param left pieces still to be sent of each line; no line without any has a field */
    List<Field> of(Language language, Order order, Map<Integer, Integer> left, Form form) {
        if (left.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<OpenLot>> open = lots.open(
                order.merchantId(),
                order.lines().stream().map(OrderLine::listingId).collect(Collectors.toSet()));
        return order.lines().stream()
                .filter(line -> left.containsKey(line.position()) && open.containsKey(line.listingId()))
                .map(line -> field(
                        language,
                        line,
                        left.getOrDefault(line.position(), 0),
                        open.getOrDefault(line.listingId(), List.of()),
                        form))
                .toList();
    }

    private Field field(Language language, OrderLine line, int pieces, List<OpenLot> open, Form form) {
        String name = LOT + line.position();
        List<MerchantOrderController.Choice> options = new ArrayList<>();
        options.add(new MerchantOrderController.Choice("", words.say(language, "desk.lot.first")));
        for (OpenLot lot : open) {
            options.add(new MerchantOrderController.Choice(
                    lot.lot().id().toString(),
                    words.say(
                            language,
                            "desk.lot.option",
                            lot.lot().code(),
                            lot.lot().harvestedOn().toString(),
                            Long.toString(lot.leftGrams() / line.grams()))));
        }
        return new Field(
                name,
                line.title() + " " + line.skuName() + " × " + pieces,
                options,
                form.value(name),
                form.error(name),
                BEYOND + line.position());
    }

    /**
     * @param error key of what is wrong; the field {@code beyond} then says that it is so all the same
     */
    record Field(
            String name,
            String goods,
            List<MerchantOrderController.Choice> options,
            String value,
            @Nullable String error,
            String beyond) {}
}
