/** The bank's book: every fact it ever answered for, on disk before the answer leaves. */
@NullMarked
package terrace.bank.book;

import org.jspecify.annotations.NullMarked;
