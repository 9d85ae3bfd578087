package terrace.web.reports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import terrace.web.campaigns.CampaignPage;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.pdf.Paper;
import terrace.web.pdf.Paper.Column;

/** A published result on paper. */
@Singleton
class ResultPaper {
    /** Halves of a Chinese character that fit a line. */
    private static final int HALVES_MAX = 106;

    private static final int ASCII_END = 128;

    private final Words words;

    ResultPaper(Words words) {
        this.words = words;
    }

    void write(Language language, ResultPage page, Paper paper) {
        paper.title(page.title() + " · " + words.say(language, "campaigns.result"));
        paper.line(page.owner() + " · " + page.period());
        paper.line(words.say(language, "campaigns.result.published", page.published()));
        lines(paper, page.goal());
        if (page.reached() != null) {
            paper.line(words.say(language, "campaigns.reached", page.reached()));
        }
        if (page.audited() != null) {
            lines(
                    paper,
                    words.say(
                            language,
                            "campaigns.result.audited",
                            page.audited().at(),
                            page.audited().text()));
        }
        paper.space();
        page.summary().forEach(line -> lines(paper, line));
        paper.space();
        figures(language, paper, "campaigns.result.told", page.told());
        figures(language, paper, "campaigns.result.now", page.now());
        paper.pair(words.say(language, "campaigns.helped"), page.helped());
        lines(paper, page.helpedBasis());
        paper.pair(words.say(language, "campaigns.households"), page.households());
        lines(paper, page.basis());
        paper.space();
        parts(language, page.shares(), paper);
        days(language, "organiser.days", page.days(), paper);
        if (!page.corrections().isEmpty()) {
            days(language, "organiser.corrections", page.corrections(), paper);
        }
        page.notes().forEach(note -> lines(paper, note.at() + " " + note.text()));
        lines(paper, words.say(language, "shop.campaign.method"));
    }

    private void figures(Language language, Paper paper, String heading, ResultPage.Figures figures) {
        paper.line(words.say(language, heading));
        paper.pair(words.say(language, "campaigns.part.jin"), figures.jin());
        paper.pair(words.say(language, "campaigns.part.yuan"), figures.yuan());
        paper.pair(words.say(language, "shop.campaign.orders"), figures.orders());
        paper.pair(words.say(language, "organiser.day.returned"), figures.returnedJin());
        paper.pair(words.say(language, "campaigns.gifts"), figures.gifts());
        paper.space();
    }

    private void parts(Language language, List<CampaignPage.Part> parts, Paper paper) {
        paper.table(
                List.of(
                        new Column(words.say(language, "campaigns.part"), 4, false),
                        new Column(words.say(language, "campaigns.part.jin"), 2, true),
                        new Column(words.say(language, "campaigns.part.yuan"), 2, true)),
                parts.stream()
                        .map(part -> List.of(part.name(), part.jin(), part.yuan()))
                        .toList());
        paper.space();
    }

    private void days(Language language, String heading, List<ResultPage.Day> days, Paper paper) {
        paper.line(words.say(language, heading));
        paper.table(
                List.of(
                        new Column(words.say(language, "organiser.day"), 2, false),
                        new Column(words.say(language, "campaigns.part.jin"), 2, true),
                        new Column(words.say(language, "campaigns.part.yuan"), 2, true),
                        new Column(words.say(language, "organiser.day.returned"), 2, true)),
                days.stream()
                        .map(day -> List.of(day.day(), day.jin(), day.yuan(), day.returnedJin()))
                        .toList());
        paper.space();
    }

    private static void lines(Paper paper, String text) {
        wrapped(text).forEach(paper::line);
    }

    /** In pieces that fit; at a space where there is one near the end. */
    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int halves = 0;
        for (int at = 0; at < text.length(); at++) {
            halves += text.charAt(at) < ASCII_END ? 1 : 2;
            if (halves > HALVES_MAX) {
                int space = text.lastIndexOf(' ', at);
                int cut = space > from + (at - from) / 2 ? space + 1 : at;
                lines.add(text.substring(from, cut).strip());
                from = cut;
                halves = 0;
                at = cut - 1;
            }
        }
        lines.add(text.substring(from).strip());
        return lines;
    }
}
