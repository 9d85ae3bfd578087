package terrace.marketplace.feeds;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import terrace.marketplace.impact.Fact;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.PublicFacts;

/** Writes pages of facts; the same numbers give the same facts, however often they are asked for. */
@Singleton
class FeedWriting {
    static final String FEED = "terrace.facts";
    static final int VERSION = 1;

    private final Impact impact;
    private final PublicFacts facts;
    private final CampaignWriting campaigns;
    private final ObjectMapper json;

    FeedWriting(Impact impact, PublicFacts facts, CampaignWriting campaigns, ObjectMapper json) {
        this.impact = impact;
        this.facts = facts;
        this.campaigns = campaigns;
        this.json = json;
    }

    FeedBatch batch(String receiver, FeedFormat format, long after, int limit) {
        List<Fact> found = impact.after(after, limit + 1);
        boolean more = found.size() > limit;
        List<Fact> page = more ? found.subList(0, limit) : found;
        long last = page.isEmpty() ? after : page.getLast().number();
        byte[] body =
                switch (format) {
                    case CSV -> (PublicFacts.HEADINGS + "\n" + facts.csv(page)).getBytes(StandardCharsets.UTF_8);
                    case JSON ->
                        json(new FeedPage(
                                FEED,
                                VERSION,
                                receiver,
                                after,
                                last,
                                more,
                                page.stream().map(facts::of).toList(),
                                campaigns.campaigns()));
                };
        return new FeedBatch(FEED + "/" + VERSION, body, format.mediaType(), after, last, page.size(), more);
    }

    private byte[] json(FeedPage page) {
        try {
            return json.writeValueAsBytes(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
