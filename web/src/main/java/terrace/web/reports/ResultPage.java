package terrace.web.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.web.campaigns.CampaignPage;
import terrace.web.shop.Crumb;

/**
 * The published result of a campaign.
 *
 * @param published when
 * @param reached when it first came to its goal, null when it never did
 * @param audited when its result was looked through and what was found, null before
 * @param told figures as they were known when it was published
 * @param now the same, with what was learnt since
 * @param helped families behind what was sold, as the ledger counts them now
 * @param corrections what came back after the end, by day
 * @param notes what its organiser has noted since
 */
public record ResultPage(
        String slug,
        String title,
        String owner,
        String period,
        String published,
        String goal,
        @Nullable String reached,
        @Nullable Note audited,
        List<String> summary,
        Figures told,
        Figures now,
        String helped,
        String helpedBasis,
        String households,
        String basis,
        String counties,
        List<CampaignPage.Part> shares,
        List<Day> days,
        List<Day> corrections,
        List<Note> notes,
        List<String> rules,
        List<Crumb> crumbs) {

    /** Sold less returned; what came back is told beside it. */
    public record Figures(String jin, String yuan, String orders, String returnedJin, String gifts) {}

    public record Day(String day, String jin, String yuan, String orders, String returnedJin, String returnedYuan) {}

    public record Note(String at, String text) {}
}
