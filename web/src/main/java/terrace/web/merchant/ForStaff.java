package terrace.web.merchant;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import terrace.marketplace.staff.StaffRight;

/**
 * Which of a shop's people a merchant page is for: those with one of these rights, everybody who works there when none
 * is named. A merchant page without it is for owners, and never for a clerk.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForStaff {
    StaffRight[] value() default {};
}
