package terrace.web.pages;

import terrace.web.signin.Visitor;

/**
 * What every template may read as {@code site}.
 *
 * @param path asked for, without the language
 * @param otherLanguage the same page in the other language
 * @param provinces the options of a list to choose from, the reader's own chosen
 * @param csrf placeholders that become the reader's own values when the page is sent
 */
public record Site(
        String lang,
        boolean english,
        String path,
        String otherLanguage,
        boolean elder,
        boolean highContrast,
        String provinceCode,
        String provinces,
        boolean demo,
        String csrf,
        String basket,
        String account) {
    static Site of(Visitor visitor, String provinces, boolean demo) {
        Language language = visitor.language();
        Language other = language.english() ? Language.ZH : Language.EN;
        return new Site(
                language.tag(),
                language.english(),
                visitor.path(),
                Links.inLanguage(other, visitor.path()),
                visitor.appearance().elder(),
                visitor.appearance().highContrast(),
                visitor.provinceCode(),
                provinces,
                demo,
                PageBytes.mark(Hole.CSRF),
                PageBytes.mark(Hole.BASKET),
                PageBytes.mark(Hole.ACCOUNT));
    }
}
