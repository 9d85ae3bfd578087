package terrace.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The keys found goods are ordered by. Every title that holds the same of the shopper's words gets exactly the same
 * score, so sales decide among equals and can never lift what fits less.
 */
final class SortKeys {
    private static final String ID = "id";
    private static final String SCORE = "_score";

    private final List<Key> keys;

    private SortKeys(Key... keys) {
        this.keys = List.of(keys);
    }

    static SortKeys of(Sort sort) {
        Key id = new Key(ID, SortOrder.Asc);
        Key sold = new Key("sold", SortOrder.Desc);
        return switch (sort) {
            case RELEVANCE -> new SortKeys(new Key(SCORE, SortOrder.Desc), sold, id);
            case BEST_SELLING -> new SortKeys(sold, id);
            case NEWEST -> new SortKeys(new Key("publishedAt", SortOrder.Desc), id);
            case PRICE_ASCENDING -> new SortKeys(new Key("priceFen", SortOrder.Asc), id);
            case PRICE_DESCENDING -> new SortKeys(new Key("priceFen", SortOrder.Desc), id);
            case UNIT_PRICE -> new SortKeys(new Key("perJinFen", SortOrder.Asc), id);
        };
    }

    List<SortOptions> options() {
        return keys.stream().map(Key::option).toList();
    }

    /** @throws IllegalArgumentException when these are no values of these keys */
    List<FieldValue> values(List<String> texts) {
        if (texts.size() != keys.size()) {
            throw new IllegalArgumentException("wrong number of sort values");
        }
        List<FieldValue> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            values.add(keys.get(i).value(texts.get(i)));
        }
        return values;
    }

    private record Key(String field, SortOrder order) {

        SortOptions option() {
            return field.equals(SCORE)
                    ? SortOptions.of(sort -> sort.score(score -> score.order(order)))
                    : SortOptions.of(sort -> sort.field(one -> one.field(field).order(order)));
        }

        FieldValue value(String text) {
            return switch (field) {
                case ID -> FieldValue.of(UUID.fromString(text).toString());
                case SCORE -> FieldValue.of(Double.parseDouble(text));
                default -> FieldValue.of(Long.parseLong(text));
            };
        }
    }
}
