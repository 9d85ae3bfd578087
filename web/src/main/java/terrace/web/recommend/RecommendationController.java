package terrace.web.recommend;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/**
 * Recommendations, as a page and as pieces that public pages fetch for themselves once they are shown: so those stay
 * the same for everybody, and can be kept.
 */
@Controller("/recommendations")
@Secured(Access.ANYONE)
class RecommendationController {
    private static final int SECONDS = 30;
    private static final String PIECE = "recommend/rows :: rows";

    private final Rows rows;
    private final Pages pages;

    RecommendationController(Rows rows, Pages pages) {
        this.rows = rows;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return pages.show(visitor, "recommend/recommendations", personal(visitor, rows.home(visitor), null));
    }

    @Get("/home")
    HttpResponse<?> home(Visitor visitor) {
        return visitor.signedIn()
                ? pages.show(visitor, PIECE, personal(visitor, rows.home(visitor), null))
                : pages.showPublic(
                        visitor,
                        "rows",
                        SECONDS,
                        PIECE,
                        () -> new RowsPage(rows.homeOfStrangers(visitor), false, null));
    }

    @Get("/listings/{id}")
    HttpResponse<?> ofListing(Visitor visitor, UUID id) {
        return visitor.signedIn()
                ? pages.show(visitor, PIECE, personal(visitor, rows.ofListing(visitor, id), id))
                : pages.showPublic(
                        visitor,
                        "rows",
                        SECONDS,
                        PIECE,
                        () -> new RowsPage(rows.ofListingForStrangers(visitor, id), false, null));
    }

    private RowsPage personal(Visitor visitor, List<RowView> found, @Nullable UUID beside) {
        boolean watched = rows.watched(visitor);
        return new RowsPage(found, watched, watched ? beside : null);
    }

    /**
     * @param watched whether the reader's browser may tell what becomes of these
     * @param beside the listing whose page they stand on, null elsewhere
     */
    record RowsPage(
            List<RowView> rows, boolean watched, @Nullable UUID beside) {}
}
