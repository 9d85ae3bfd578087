package terrace.web.styleguide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the style guide shows; its records are the shapes the components of views/components read. */
record StyleguidePage(
        List<String> colours,
        List<String> icons,
        List<Card> cards,
        List<Link> trail,
        List<Wrong> errors,
        List<Option> options,
        List<Choice> facets,
        List<Choice> sorts,
        List<Tile> pavilions,
        List<Mark> marks,
        List<String> steps,
        List<Column> columns,
        List<List<String>> rows) {

    /** A listing as a card; picture is motif-province-variant.svg, origin and tags are words ready to show. */
    record Card(
            String id,
            String title,
            String picture,
            long priceFen,
            @Nullable Long perJinFen,
            @Nullable Long wasFen,
            String origin,
            long sold,
            long reviews,
            int tenths,
            boolean inStock,
            List<Tag> tags) {}

    record Tag(String text, @Nullable String tone) {}

    /** One step of a breadcrumb; path without language, null for the page one is on. */
    record Link(String text, @Nullable String path) {}

    /** A field that must be changed, and the message key that says how. */
    record Wrong(String field, String key) {}

    record Option(String value, String text) {}

    /** A filter or an order of a list, as a link. */
    record Choice(String text, String path, long count, boolean chosen, int level) {
        Choice(String text, String path, long count, boolean chosen) {
            this(text, path, count, chosen, 0);
        }
    }

    /** A province on the tile map: its division code, its one-letter name, how much it sells. */
    record Tile(String code, String letter, String name, String path, long listings) {}

    record Mark(
            String text, @Nullable String time, @Nullable String note, boolean done, boolean current) {}

    record Column(String text, boolean right) {}
}
