package terrace.marketplace.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs every module's jobs by db-scheduler, whose table makes sure that only one node runs each. */
@Singleton
public class Jobs implements ApplicationEventListener<StartupEvent> {
    private static final int THREADS = 4;
    private static final Duration POLLING = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final List<Job> jobs;
    private final boolean running;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource dataSource, List<Job> jobs, @Value("${terrace.jobs.running:false}") boolean running) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.jobs = jobs;
        this.running = running;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (running) {
            scheduler = Scheduler.create(dataSource)
                    .tableName("marketplace.scheduled_task")
                    .startTasks(jobs.stream().map(Jobs::task).toList())
                    .pollingInterval(POLLING)
                    .executorService(Executors.newFixedThreadPool(
                            THREADS, Thread.ofVirtual().factory()))
                    .build();
            scheduler.start();
        }
    }

    /** Runs one job now, in this thread. For tests, the demo market and operators. */
    public void run(String name) {
        jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no job " + name))
                .work()
                .run();
    }

    @PreDestroy
    void close() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.work().run());
    }
}
