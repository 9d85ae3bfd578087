package terrace.catalog.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventName;

@MicronautTest(transactional = false)
class ListingsChangedTest {
    @Inject
    ObjectMapper json;

    @Test
    void it_is_stored_in_the_form_that_older_rows_have() throws IOException {
        ListingsChanged event = new ListingsChanged(List.of(UUID.fromString("01931c2e-7c4a-7b1e-8f00-0123456789ab")));
        String stored = "{\"listingIds\":[\"01931c2e-7c4a-7b1e-8f00-0123456789ab\"]}";
        assertThat(json.writeValueAsString(event)).isEqualTo(stored);
        assertThat(json.readValue(stored, ListingsChanged.class)).isEqualTo(event);
        assertThat(ListingsChanged.class.getAnnotation(EventName.class).value()).isEqualTo("listings.changed");
    }
}
