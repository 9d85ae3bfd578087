/** Keeps personal data sealed at rest and still findable: encryption, blind indexes, secret tokens. */
@NullMarked
package terrace.marketplace.vault;

import org.jspecify.annotations.NullMarked;
