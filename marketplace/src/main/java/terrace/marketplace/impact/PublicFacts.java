package terrace.marketplace.impact;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import terrace.marketplace.regions.Regions;

/** Writes facts for readers outside, the same fact always the same. */
@Singleton
public class PublicFacts {
    public static final String HEADINGS =
            "number,kind,day,county,county_name,listing,grams,fen,allocation,basis,households,campaign,pavilions,note";

    private final Regions regions;

    PublicFacts(Regions regions) {
        this.regions = regions;
    }

    public PublicFact of(Fact fact) {
        Basis basis = fact.basis();
        return new PublicFact(
                fact.number(),
                fact.kind().name(),
                fact.day().toString(),
                fact.countyCode(),
                regions.path(fact.countyCode()),
                fact.listingId(),
                fact.grams(),
                fact.fen(),
                fact.allocation(),
                basis == null ? null : basis.name(),
                fact.households(),
                fact.campaign(),
                fact.pavilions(),
                fact.note());
    }

    /** Rows of CSV (RFC 4180) without the headings, each ended by a line feed. */
    public String csv(List<Fact> facts) {
        return facts.stream().map(fact -> row(of(fact)) + "\n").collect(Collectors.joining());
    }

    private static String row(PublicFact fact) {
        return Stream.of(
                        fact.number(),
                        fact.kind(),
                        fact.day(),
                        fact.county(),
                        cell(fact.countyName()),
                        fact.listing(),
                        fact.grams(),
                        fact.fen(),
                        fact.allocation() == null ? "" : fact.allocation(),
                        fact.basis() == null ? "" : fact.basis(),
                        fact.households(),
                        fact.campaign(),
                        String.join(" ", fact.pavilions()),
                        cell(fact.note()))
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    /** Quoted, and harmless in a spreadsheet: what would be a formula gets an apostrophe in front. */
    public static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
