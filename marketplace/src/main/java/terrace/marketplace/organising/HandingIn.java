package terrace.marketplace.organising;

import java.util.Set;

/** What came of handing a draft in to be checked. */
public sealed interface HandingIn {

    record HandedIn() implements HandingIn {}

    record Missing(Set<Gap> gaps) implements HandingIn {}

    /** It is with the checkers already, or further. */
    record NoDraft() implements HandingIn {}
}
