package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static terrace.web.journeys.MoneyJourney.keepsNobodyOut;

import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import terrace.orders.gateway.SandboxBank;

/** What two operators do about a day's bank file in which a line is missing. */
final class EndOfDay {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final String OPERATOR = "operator@demo.terrace";
    private static final String CHECKER = "operator2@demo.terrace";
    private static final Pattern CHARGE = Pattern.compile("\"seq\":([0-9]+),\"type\":\"charge\"");

    private final Browser browser;
    private final LocalDate day;

    EndOfDay(Browser browser, LocalDate day) {
        this.browser = browser;
        this.day = day;
    }

    /** The bank is to leave the newest charge out of its file. */
    void misprint() {
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn(OPERATOR, "/demo/bank/faults");
            operator.find("input[value=missing]").check();
            operator.type("day", day.toString());
            operator.press("写进文件");
            assertThat(operator.find("[aria-invalid=true]").count()).isEqualTo(1);
            keepsNobodyOut(operator);
            operator.find("input[value=missing]").check();
            operator.type("day", day.toString());
            operator.type("seq", lineOfTheCharge());
            operator.press("写进文件");
            assertThat(operator.text()).contains("日终文件里有 1 处错");
            keepsNobodyOut(operator);
        }
    }

    /** The number of the newest charge in the bank's book: nobody else pays meanwhile. */
    private static String lineOfTheCharge() {
        Matcher line = CHARGE.matcher(OpenMarket.door(SandboxBank.class).book());
        String last = "";
        while (line.find()) {
            last = line.group(1);
        }
        return last;
    }

    /** Takes in the files of the days that have ended; answers the address of the difference that came of it. */
    String found(String total) {
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn(OPERATOR, "/operator/bank-files");
            for (int later = 0; later < 3; later++) {
                takeIn(operator, day.plusDays(later));
            }
            keepsNobodyOut(operator);
            operator.open("/operator/differences");
            keepsNobodyOut(operator);
            operator.follow("tbody tr:has-text('" + total + "') a");
            assertThat(operator.heading()).contains("我方有");
            String address = operator.address().replaceAll(".*(/operator/differences/[^?]*).*", "$1");
            operator.type("note", "已电话询问银行，当天的文件漏了一行，等更正。");
            operator.press("由我经办，记下情况");
            assertThat(operator.text()).contains("已记下，由您经办");
            operator.open("/en" + address);
            keepsNobodyOut(operator);
            return address;
        }
    }

    private static void takeIn(Person operator, LocalDate day) {
        operator.type("day", day.toString());
        operator.press("取回并入账");
        assertThat(operator.text()).contains(day + " 的文件已入账");
    }

    /** One proposes, and cannot decide; the other does. */
    void writtenOff(String difference) {
        try (Person operator = new Person(browser, DESKTOP, true);
                Person checker = new Person(browser, PHONE, true)) {
            operator.signIn(OPERATOR, difference);
            operator.type("reason", "漏");
            operator.press("提出核销");
            assertThat(operator.find("[aria-invalid=true]").count()).isEqualTo(1);
            keepsNobodyOut(operator);
            operator.type("reason", "银行查不到原因，先核销，文件更正后自动冲回。");
            operator.press("提出核销");
            assertThat(operator.text()).contains("请另一位同事决定");
            keepsNobodyOut(operator);
            checker.signIn(CHECKER, difference);
            keepsNobodyOut(checker);
            checker.press("同意核销");
            assertThat(checker.text()).contains("已核销");
            keepsNobodyOut(checker);
        }
    }

    void closed() {
        try (Person operator = new Person(browser, PHONE, true)) {
            operator.signIn(OPERATOR, "/operator/days");
            keepsNobodyOut(operator);
            operator.follow("tbody a:has-text('" + day.plusDays(2) + "')");
            keepsNobodyOut(operator);
            operator.type("note", "漏行已核销；其余待查的差异有人经办。");
            operator.press("关账");
            assertThat(operator.text()).contains("关账时的情形");
            keepsNobodyOut(operator);
            operator.open("/en/operator/days/" + day.plusDays(2));
            keepsNobodyOut(operator);
        }
    }

    /** The bank finds its error: the file comes again, the money comes out of what was written off. */
    void corrected(String difference) {
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn(OPERATOR, "/demo/bank/faults");
            operator.press("恢复正常");
            operator.open("/operator/bank-files");
            takeIn(operator, day);
            operator.open(difference);
            assertThat(operator.text()).contains("解释于");
            operator.open("/operator/balance");
            assertThat(operator.text()).contains("账实相符");
            keepsNobodyOut(operator);
        }
    }
}
