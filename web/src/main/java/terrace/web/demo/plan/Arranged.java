package terrace.web.demo.plan;

import java.util.List;

/** How a pavilion's page is arranged in the demo market. */
public record Arranged(
        String code,
        String storyZh,
        String storyEn,
        String seasonZh,
        String seasonEn,
        List<Integer> months,
        List<String> counties) {

    public static List<Arranged> load() {
        return Table.read("arrangements.tsv").stream()
                .map(row -> new Arranged(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.list(5, ",").stream().map(Integer::valueOf).toList(),
                        row.list(6, ",")))
                .toList();
    }
}
