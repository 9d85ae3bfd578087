/** Campaigns as shoppers see them: what is asked for, by when, and how far it has come. */
@NullMarked
package terrace.web.campaigns;

import org.jspecify.annotations.NullMarked;
