/**
 * What is true of every request, whichever page it asks for: read whole, numbered, answered safely, and refused in
 * words.
 */
@NullMarked
package terrace.web.requests;

import org.jspecify.annotations.NullMarked;
