package terrace.marketplace.events;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

@Singleton
class WeighHarvests implements Subscriber<RiceHarvested> {
    final List<RiceHarvested> seen = new CopyOnWriteArrayList<>();
    final AtomicInteger failuresLeft = new AtomicInteger();

    @Override
    public Class<RiceHarvested> event() {
        return RiceHarvested.class;
    }

    @Override
    public void on(RiceHarvested event) {
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the scales are broken");
        }
        seen.add(event);
    }
}
