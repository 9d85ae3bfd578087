package terrace.web.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * How far a campaign has come, in the reader's words.
 *
 * @param state UPCOMING, OPEN, PAUSED, OVER or AUDITED
 * @param time what there is to know of its time: days left, when it begins, when it ended
 * @param figure sold less what came back, in the measure of its goal
 * @param of the unit of the figure, and the goal
 * @param summary figure, goal and households in one sentence
 * @param percent of the goal, one decimal
 * @param bar thousandths of the goal, at most 1,000
 * @param reached when it first came to its goal, null when it has not
 * @param helped families behind what was sold so far, as the ledger counts them
 * @param helpedBasis how many of those by whose word
 * @param gifts yuan that buyers gave to charity with purchases of its goods
 * @param returned what came back and is taken off already, null when nothing did
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
        String figure,
        String of,
        String summary,
        String percent,
        long bar,
        @Nullable String reached,
        String jin,
        String yuan,
        String orders,
        String households,
        String helped,
        String helpedBasis,
        String counties,
        String gifts,
        @Nullable String returned,
        String basis,
        int goods,
        String at,
        String picture,
        @Nullable String live) {}
