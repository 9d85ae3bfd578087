package terrace.web.pages;

import com.github.benmanes.caffeine.cache.Expiry;
import java.util.concurrent.TimeUnit;

/** Lets a cached page go after the seconds its key begins with. */
final class Freshness implements Expiry<String, PageBytes> {
    @Override
    public long expireAfterCreate(String key, PageBytes page, long now) {
        return TimeUnit.SECONDS.toNanos(Long.parseLong(key.substring(0, key.indexOf('|'))));
    }

    @Override
    public long expireAfterUpdate(String key, PageBytes page, long now, long left) {
        return expireAfterCreate(key, page, now);
    }

    @Override
    public long expireAfterRead(String key, PageBytes page, long now, long left) {
        return left;
    }
}
