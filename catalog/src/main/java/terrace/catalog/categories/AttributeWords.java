package terrace.catalog.categories;

import java.util.List;

/** What operators may change of an attribute. A choice that is taken out stays on the goods that have it. */
public record AttributeWords(
        String nameZh,
        String nameEn,
        String unit,
        boolean required,
        boolean retired,
        int position,
        List<Attribute.Choice> choices) {
    AttributeWords stripped() {
        return new AttributeWords(
                nameZh.strip(), nameEn.strip(), unit.strip(), required, retired, position, List.copyOf(choices));
    }
}
