package terrace.web.demo.plan;

import java.util.List;
import terrace.marketplace.curation.Section;

/**
 * How a pavilion's page is arranged in the demo market.
 *
 * @param sections none for all but those of a two-way zone
 */
public record Arranged(
        String code,
        String storyZh,
        String storyEn,
        String seasonZh,
        String seasonEn,
        List<Integer> months,
        List<String> counties,
        List<Section> sections) {

    public static List<Arranged> load() {
        return Table.read("arrangements.tsv").stream()
                .map(row -> new Arranged(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.list(5, ",").stream().map(Integer::valueOf).toList(),
                        row.list(6, ","),
                        row.list(7, ",").stream().map(Section::valueOf).toList()))
                .toList();
    }
}
