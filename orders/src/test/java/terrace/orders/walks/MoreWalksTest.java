package terrace.orders.walks;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.condition.EnabledIf;

/** The other half of very many walks, which {@code mvn -Pwalks} takes beside the first. */
@MicronautTest(transactional = false)
@Property(name = "terrace.books.recent-journals", value = "60")
@Property(name = "terrace.charity", value = "walks-charity")
@EnabledIf("many")
class MoreWalksTest extends WalksTest {
    @Override
    int half() {
        return 1;
    }
}
