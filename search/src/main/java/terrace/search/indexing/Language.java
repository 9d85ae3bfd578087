package terrace.search.indexing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a listing is found by.
 *
 * @param characters the title, folded, for its characters and pairs of them
 * @param words the title's words
 * @param about the title's words, and those of its origin, categories and merchant
 * @param pinyin how those words sound, in full and by initials
 * @param syllables how the title sounds, character by character, for words of the same sound
 * @param story what else is told of it, folded
 * @param meaning signs of the title's vector, to look up neighbours in; null until it is made
 * @param vector the title's vector
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Language(
        String characters,
        String words,
        String about,
        String pinyin,
        String syllables,
        String story,
        @Nullable String meaning,
        @Nullable String vector) {}
