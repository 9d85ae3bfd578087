package terrace.web.pages;

import java.util.Set;
import terrace.marketplace.staff.StaffRight;
import terrace.web.signin.Visitor;

/**
 * What every template may read as {@code site}.
 *
 * @param path asked for, without the language
 * @param otherLanguage the same page in the other language
 * @param provinces the options of a list to choose from, the reader's own chosen
 * @param rights what there is to do for the reader in the shop they work for
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
        Set<StaffRight> rights,
        String csrf,
        String basket,
        String account,
        String typed) {
    /** Whether a part of the shop's navigation is for this reader. */
    public boolean may(String right) {
        return rights.contains(StaffRight.valueOf(right));
    }

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
                visitor.rights(),
                PageBytes.mark(Hole.CSRF),
                PageBytes.mark(Hole.BASKET),
                PageBytes.mark(Hole.ACCOUNT),
                PageBytes.mark(Hole.TYPED));
    }
}
