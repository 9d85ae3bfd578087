package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final String ID = "019a0000-0000-7000-8000-000000000001";

    @Test
    void a_cursor_comes_back_as_it_was() {
        List<FieldValue> values = List.of(FieldValue.of(12.345678), FieldValue.of(40L), FieldValue.of(ID));
        List<FieldValue> back =
                Cursor.unpack(Cursor.pack(Sort.RELEVANCE, values), Sort.RELEVANCE, SortKeys.of(Sort.RELEVANCE));
        assertThat(back).extracting(FieldValue::_toJsonString).containsExactly("12.345678", "40", ID);
    }

    @Test
    void a_broken_or_foreign_cursor_means_the_first_page() {
        SortKeys keys = SortKeys.of(Sort.RELEVANCE);
        String other = Cursor.pack(Sort.NEWEST, List.of(FieldValue.of(1L), FieldValue.of(ID)));
        for (String cursor : List.of("", "*:*", "db.abc", other, "x".repeat(9_999), "UkVMRVZBTkNFfjF-Mn4z")) {
            assertThat(Cursor.unpack(cursor, Sort.RELEVANCE, keys)).isEmpty();
        }
    }
}
