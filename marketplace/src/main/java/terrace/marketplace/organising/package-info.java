/** How campaigns are run: written by organisers, checked by operators, moved on by time, told when they are over. */
@NullMarked
package terrace.marketplace.organising;

import org.jspecify.annotations.NullMarked;
