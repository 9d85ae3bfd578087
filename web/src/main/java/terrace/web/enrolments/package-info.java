/** The enrolment desk: merchants sign for campaigns, organisers look through what was signed and fill flash sales. */
@NullMarked
package terrace.web.enrolments;

import org.jspecify.annotations.NullMarked;
