package terrace.web.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.organising.CampaignFact;
import terrace.marketplace.organising.CampaignGift;
import terrace.marketplace.organising.Reports;

/**
 * The facts of campaigns as CSV, gifts to charity below what was sold and came back; made once in some seconds, however
 * many fetch it.
 */
@Singleton
public class FactFiles {
    private static final String HEADINGS = "order,kind,listing,grams,fen,at,counted_at,after_end,county,pavilion\r\n";
    /** Whoever adds up has to know that this is not all. */
    private static final String MORE = "further facts are left out of this file,,,,,,,,,\r\n";

    private static final int CACHE_SECONDS = 30;
    private static final long CACHE_BYTES_MAX = 32L * 1024 * 1024;

    private final Reports reports;
    private final Origins origins;
    private final Clock clock;
    private final Cache<UUID, byte[]> files = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES_MAX)
            .weigher((UUID id, byte[] file) -> file.length)
            .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
            .build();

    FactFiles(Reports reports, Origins origins, Clock clock) {
        this.reports = reports;
        this.origins = origins;
        this.clock = clock;
    }

    byte[] now(Campaign campaign) {
        return files.get(campaign.id(), id -> at(campaign, clock.now()));
    }

    /** As much as was known at a moment, beside the county and the pavilion it counts for in the tables. */
    public byte[] at(Campaign campaign, Instant moment) {
        UUID id = campaign.id();
        return text(reports.facts(id, moment), reports.gifts(id, moment), origins.of(campaign))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ids, kinds and numbers only: nothing in it can be a formula. */
    static String text(List<CampaignFact> facts, List<CampaignGift> gifts, Origins.Parted parted) {
        StringBuilder text = new StringBuilder(HEADINGS);
        for (CampaignFact fact : facts) {
            text.append(fact.orderInFile())
                    .append(fact.returned() ? ",RETURNED," : ",SOLD,")
                    .append(fact.listingId())
                    .append(',')
                    .append(fact.grams())
                    .append(',')
                    .append(fact.fen())
                    .append(',')
                    .append(fact.at())
                    .append(',')
                    .append(fact.countedAt())
                    .append(',')
                    .append(fact.afterEnd() ? "yes" : "no")
                    .append(',')
                    .append(parted.county(fact.listingId()))
                    .append(',')
                    .append(parted.pavilions().getOrDefault(fact.listingId(), ""))
                    .append("\r\n");
        }
        for (CampaignGift gift : gifts) {
            text.append(",GIFT,,0,")
                    .append(gift.fen())
                    .append(',')
                    .append(gift.at())
                    .append(',')
                    .append(gift.countedAt())
                    .append(",no,,\r\n");
        }
        if (Math.max(facts.size(), gifts.size()) == Reports.FACTS_MAX) {
            text.append(MORE);
        }
        return text.toString();
    }

    /** The file as an answer. */
    public static HttpResponse<?> csv(String slug, byte[] file) {
        return HttpResponse.ok(file)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + CACHE_SECONDS)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + "-facts.csv\"");
    }
}
