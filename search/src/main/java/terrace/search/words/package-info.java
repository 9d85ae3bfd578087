/** What a text says, in words: cut from Chinese, folded to one spelling, and sounded in pinyin. */
@NullMarked
package terrace.search.words;

import org.jspecify.annotations.NullMarked;
