package terrace.search.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import terrace.search.filters.Chosen;
import terrace.search.filters.Filters;
import terrace.search.filters.Narrowing;
import terrace.search.merchandising.Steering;

/** Searches another index than the market's, by the same words, query and order. */
public final class JudgedSearch {
    private static final int FIRST = 10;

    private final ElasticsearchClient client;
    private final String index;
    private final Tools tools;
    private final Narrowing nothingChosen;

    public JudgedSearch(ElasticsearchClient client, String index, ApplicationContext context) {
        this.client = client;
        this.index = index;
        this.tools = context.getBean(Tools.class);
        this.nothingChosen = context.getBean(Filters.class).of(Chosen.NOTHING, "");
    }

    /** The first ten. */
    public List<UUID> first(String typed) throws IOException {
        return first(typed, Leaning.NONE);
    }

    /** The first ten for somebody with likings. */
    public List<UUID> first(String typed, Leaning leaning) throws IOException {
        ShopperText text = ShopperText.of(typed, tools.words());
        Sought sought = new Sought(SearchRequest.of(typed, FIRST), text, nothingChosen, Steering.NONE, leaning, FIRST);
        return new IndexSearch(sought, tools, index)
                .in(client).hits().stream().map(hit -> hit.card().id()).toList();
    }
}
