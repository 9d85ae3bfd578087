/** What organisers write to shops about a campaign: news for those in it, an invitation for those who could be. */
@NullMarked
package terrace.catalog.campaignletters;

import org.jspecify.annotations.NullMarked;
