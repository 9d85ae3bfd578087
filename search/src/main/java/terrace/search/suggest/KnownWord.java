package terrace.search.suggest;

/**
 * A word that titles say.
 *
 * @param sound its pinyin, in full
 * @param listings how many say it
 */
record KnownWord(String text, String sound, long listings) {}
