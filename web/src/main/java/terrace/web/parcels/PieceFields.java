package terrace.web.parcels;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.orders.purchases.Order;
import terrace.web.pages.Form;

/** The fields by which a merchant says how many pieces of each line are in a parcel. */
public final class PieceFields {
    public static final String PIECES = "pieces-";
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,4}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}");

    private PieceFields() {}

    /**
     * What was typed, by the position of the line; an empty field is none, no fields at all are all that is left. A
     * field with anything else in it is told in the form.
     */
    public static Packed read(Form form) {
        SortedMap<Integer, Integer> pieces = new TreeMap<>();
        Form told = form;
        for (Map.Entry<String, String> field : form.values().entrySet()) {
            String name = field.getKey();
            String position = name.startsWith(PIECES) ? name.substring(PIECES.length()) : "";
            if (POSITION.matcher(position).matches()) {
                String count = field.getValue().strip();
                if (!count.isEmpty() && !COUNT.matcher(count).matches()) {
                    told = told.with(name, "parcels.pieces.wrong");
                }
                pieces.put(Integer.parseInt(position), COUNT.matcher(count).matches() ? Integer.parseInt(count) : 0);
            }
        }
        return new Packed(told, pieces);
    }

    /** @param left pieces still to be sent of each line; a single piece leaves nothing to choose */
    public static List<Field> of(Order order, SortedMap<Integer, Integer> left, Form form) {
        if (left.values().stream().mapToInt(pieces -> pieces).sum() <= 1) {
            return List.of();
        }
        return order.lines().stream()
                .filter(line -> left.containsKey(line.position()))
                .map(line -> {
                    String name = PIECES + line.position();
                    int most = left.getOrDefault(line.position(), 0);
                    return new Field(
                            name,
                            line.title() + " " + line.skuName(),
                            most,
                            form.values().getOrDefault(name, Integer.toString(most)),
                            form.error(name));
                })
                .toList();
    }

    /** @param form with what is wrong */
    public record Packed(Form form, SortedMap<Integer, Integer> pieces) {}

    /** @param error key of what is wrong */
    public record Field(
            String name,
            String goods,
            int left,
            String value,
            @Nullable String error) {}
}
