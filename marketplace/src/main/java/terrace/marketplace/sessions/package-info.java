/** Who is signed in, on which device, until when. */
@NullMarked
package terrace.marketplace.sessions;

import org.jspecify.annotations.NullMarked;
