package terrace.web.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Regions;
import terrace.search.filters.Chosen;
import terrace.search.query.ListingSearch;
import terrace.search.query.Results;
import terrace.search.query.SearchRequest;
import terrace.search.query.Sort;
import terrace.web.signin.Access;

/** Search, for programs. */
@Controller("/api/v1/search")
@Secured(Access.ANYONE)
class PublicSearchController {
    private static final int LISTINGS_SHOWN = 20;

    private final ListingSearch search;
    private final Regions regions;
    private final String publicUrl;

    PublicSearchController(ListingSearch search, Regions regions, @Value("${terrace.public-url}") String publicUrl) {
        this.search = search;
        this.regions = regions;
        this.publicUrl = publicUrl;
    }

    @Get
    HttpResponse<SearchFacts> find(@Nullable @QueryValue String q, @Nullable @QueryValue String after) {
        Results results = search.search(new SearchRequest(
                Objects.requireNonNullElse(q, ""), Chosen.NOTHING, "", Sort.RELEVANCE, after, LISTINGS_SHOWN));
        return HttpResponse.ok(new SearchFacts(
                results.understood(),
                results.total(),
                Money.CURRENCY,
                results.hits().stream().map(hit -> found(hit.card())).toList(),
                results.nextAfter()));
    }

    private SearchFacts.Found found(ListingCard card) {
        return new SearchFacts.Found(
                card.id(),
                card.title(),
                new ListingFacts.Place(card.countyCode(), regions.path(card.countyCode())),
                card.priceFen(),
                card.grams(),
                card.perJinFen() > 0 ? card.perJinFen() : null,
                card.sold(),
                card.inStock(),
                publicUrl + "/listings/" + card.id());
    }
}
