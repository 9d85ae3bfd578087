package terrace.search.indexing;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Search as a part of readiness. A market whose searches PostgreSQL answers is still open, so the part is up and says
 * who answers.
 */
@Singleton
@Readiness
class SearchHealth implements HealthIndicator {
    private final SearchCluster cluster;

    SearchHealth(SearchCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        String source = cluster.searchable() ? "index" : "database";
        return Publishers.just(HealthResult.builder("search", HealthStatus.UP)
                .details(Map.of("source", source))
                .build());
    }
}
