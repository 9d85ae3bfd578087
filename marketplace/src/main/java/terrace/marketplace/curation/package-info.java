/** What the pages of pavilions show and in which order: arranged, looked at, put on a day, and taken back. */
@NullMarked
package terrace.marketplace.curation;

import org.jspecify.annotations.NullMarked;
