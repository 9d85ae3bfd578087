package terrace.web.organiser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.web.campaigns.CampaignPage;
import terrace.web.campaigns.CampaignView;
import terrace.web.pages.Form;

/**
 * A campaign as its organiser sees it.
 *
 * @param state of the campaign; words are at {@code organiser.state.<state>}
 * @param steps of the draft, with the way to each
 * @param gaps what it still lacks, by name
 * @param returned why it was given back, null when it was not
 * @param pace what will become of it, null when nothing can be told
 * @param notices what wants attention
 * @param report path of the published result, null before
 * @param pausable whether it can be paused now
 * @param extension a later end, asked for or to be asked for; null where none can be
 * @param done what was just done, null for nothing
 */
record BoardPage(
        String id,
        String slug,
        String title,
        String state,
        String starts,
        String ends,
        List<Way> steps,
        List<String> gaps,
        @Nullable String returned,
        CampaignView view,
        @Nullable String pace,
        List<Notice> notices,
        Budget budget,
        List<String> rules,
        List<GoodsAtRisk.Good> goods,
        List<CampaignPage.Part> shares,
        List<Day> days,
        List<Day> corrections,
        List<Mark> history,
        boolean announced,
        boolean over,
        boolean paused,
        boolean pausable,
        @Nullable String report,
        @Nullable ExtensionSight extension,
        Form form,
        @Nullable String done) {

    record Way(String name, String path) {}

    /** @param tone info, good, warn or bad */
    record Notice(String tone, String text) {}

    /**
     * @param spentFen paid of what was sold so far; what came back is not taken off
     * @param bar thousandths that are promised
     */
    record Budget(long fen, long reservedFen, long leftFen, long spentFen, long bar, String borne) {}

    record Day(String day, String jin, long fen, long orders, String returnedJin, long returnedFen) {}

    /** As the component timeline reads it. */
    record Mark(
            String text, @Nullable String time, @Nullable String note, boolean done, boolean current) {}
}
