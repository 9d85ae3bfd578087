package terrace.web.requests;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.signin.Visitor;

/** Says plainly that something went wrong, and where to go from there. */
@Singleton
public class ErrorPages {
    private final BeanProvider<Pages> pages;
    private final Words words;

    ErrorPages(BeanProvider<Pages> pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    /** @param key of a heading {@code key}, with a text under it in {@code key.text} */
    public MutableHttpResponse<byte[]> show(Visitor visitor, HttpStatus status, String key) {
        String title = words.say(visitor.language(), key);
        String text = words.say(visitor.language(), key + ".text");
        return pages.get()
                .show(
                        visitor,
                        status,
                        "errors/error",
                        new ErrorPage(status.getCode(), title, text, RequestId.current()));
    }

    record ErrorPage(int code, String heading, String text, String requestId) {}
}
