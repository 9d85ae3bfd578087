package terrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Elasticsearch this market searches with: the one ELASTICSEARCH_URL names (several addresses by comma), else the
 * embedded node. Knows whether it answers, so that nobody waits for one that does not.
 */
@Singleton
public class SearchCluster {
    /** So many slow answers in a row, and it is left alone until it answers a greeting again. */
    private static final int SLOW_IN_A_ROW_MAX = 5;

    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final Logger LOG = LoggerFactory.getLogger(SearchCluster.class);

    private final EmbeddedSearchNode embedded;
    private final String urls;
    private final String apiKey;
    private final String alias;
    private final Timeout queryTimeMax;
    private final AtomicInteger slowInARow = new AtomicInteger();
    private volatile @Nullable Connection connection;
    private volatile boolean answering;
    private volatile boolean searchable;
    private volatile @Nullable String trouble;

    /**
     * @param queryTimeMax what a shopper's search may take before PostgreSQL answers instead
     * @param alias what our index is called there: markets that share a cluster call theirs differently
     */
    SearchCluster(
            EmbeddedSearchNode embedded,
            Environment environment,
            @Value("${terrace.search.query-time-max:400ms}") Duration queryTimeMax,
            @Value("${terrace.elasticsearch.index:terrace-listings}") String alias) {
        this.embedded = embedded;
        this.queryTimeMax = Timeout.of(queryTimeMax);
        this.urls = property(environment, "terrace.elasticsearch.url", "elasticsearch.url");
        this.alias = alias;
        this.apiKey = property(environment, "terrace.elasticsearch.api-key", "elasticsearch.api-key");
    }

    /** A client for shoppers' searches, which gives up soon; empty while there is nothing to search in. */
    public Optional<ElasticsearchClient> forSearching() {
        Connection current = connection;
        return current != null && answering && searchable ? Optional.of(current.hasty) : Optional.empty();
    }

    /** What searches ask; it points at the live generation. */
    public String alias() {
        return alias;
    }

    public void answered() {
        slowInARow.setPlain(0);
    }

    /** To be told of every failed request, so that the next ones need not fail too. */
    public void failed(Exception e) {
        if (e instanceof ElasticsearchException refused) {
            // the index or its shards are gone, which the keeper looks after; any other refusal is of that one request
            if (refused.status() == NOT_FOUND || refused.status() == UNAVAILABLE) {
                searchable = false;
            }
            trouble = e.toString();
            LOG.warn("Elasticsearch refused a request: {}", e.toString());
            return;
        }
        boolean slow = e instanceof SocketTimeoutException && slowInARow.incrementAndGet() < SLOW_IN_A_ROW_MAX;
        if (!slow && answering) {
            answering = false;
            trouble = e.toString();
            LOG.warn("Elasticsearch does not answer, PostgreSQL does: {}", e.toString());
        }
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    boolean answering() {
        return answering;
    }

    boolean searchable() {
        return answering && searchable;
    }

    /** Said by whoever made sure that the alias stands and its shards are up. */
    void searchable(boolean yes) {
        searchable = yes;
    }

    /** A client for work that may take its time. */
    ElasticsearchClient patient() {
        Connection current = connection;
        if (current == null) {
            throw new IllegalStateException("Not connected to Elasticsearch yet");
        }
        return current.patient;
    }

    /** Connects, or greets again after trouble; starts the embedded node if need be. True when it answers. */
    boolean connect() throws InterruptedException, IOException {
        if (answering) {
            return true;
        }
        searchable = false;
        String address = urls.isEmpty() ? embedded.address() : urls;
        Connection current = connection;
        if (current == null || !current.address.equals(address)) {
            close();
            current = open(address);
            connection = current;
        }
        answering = current.hasty.ping().value();
        if (answering) {
            slowInARow.set(0);
            trouble = null;
            LOG.info("Elasticsearch answers at {}", address);
        }
        return answering;
    }

    /** Looks whether it still answers, also when nobody searches. */
    void greet() throws IOException {
        Connection current = connection;
        if (current != null && answering && !current.patient.ping().value()) {
            answering = false;
        }
    }

    @PreDestroy
    void close() throws IOException {
        Connection current = connection;
        connection = null;
        if (current != null) {
            current.patient.close();
        }
    }

    private Connection open(String addresses) {
        List<URI> hosts = Arrays.stream(addresses.split(","))
                .map(host -> URI.create(host.strip()))
                .toList();
        ElasticsearchClient patient = ElasticsearchClient.of(config -> {
            config.hosts(hosts);
            return apiKey.isEmpty() ? config : config.apiKey(apiKey);
        });
        RequestConfig soon = RequestConfig.custom()
                .setConnectionRequestTimeout(queryTimeMax)
                .setResponseTimeout(queryTimeMax)
                .build();
        RequestOptions options =
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(soon).build();
        return new Connection(addresses, patient, patient.withTransportOptions(new Rest5ClientOptions(options, false)));
    }

    private static String property(Environment environment, String name, String environmentName) {
        return environment
                .getProperty(name, String.class)
                .or(() -> environment.getProperty(environmentName, String.class))
                .orElse("")
                .strip();
    }

    private record Connection(String address, ElasticsearchClient patient, ElasticsearchClient hasty) {}
}
