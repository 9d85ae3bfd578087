package terrace.web.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * How far a campaign has come, in the reader's words.
 *
 * @param state UPCOMING, OPEN or OVER
 * @param time what there is to know of its time: days left, when it begins, when it ended
 * @param jin sold less what came back, in 斤
 * @param percent of the goal, one decimal
 * @param bar thousandths of the goal, at most 1,000
 * @param basis how the number of households is known
 * @param at time of day of these figures
 * @param live path from which newer figures come, null when they change no more or the reader has stopped them
 */
public record CampaignView(
        String slug,
        String title,
        String story,
        String recommendedBy,
        String state,
        String time,
        String jin,
        String goal,
        String percent,
        long bar,
        String orders,
        String households,
        String basis,
        int goods,
        String at,
        String picture,
        @Nullable String live) {}
