package cn.qiaotong.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes every job wait for the lock of its request, inside the job's transaction and before the engine reads anything, so
 * that what it reads is what the holder of the lock left behind.
 */
final class JobTurn extends CommandInterceptor {

    private final Supplier<Optional<RequestLock>> lock;
    private final JdbcClient jdbc;

    JobTurn(Supplier<Optional<RequestLock>> lock, JdbcClient jdbc) {
        this.lock = lock;
        this.jdbc = jdbc;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ExecuteJobsCmd) {
            // the engine has no getter for the job that a command is about
            var job = (String) new DirectFieldAccessor(command).getPropertyValue("jobId");
            lock.get().ifPresent(lock -> request(job).ifPresent(lock::lock));
        }
        return next.execute(command);
    }

    private Optional<RequestId> request(String job) {
        return jdbc.sql(
                        """
                        select e.business_key_ from act_ru_job j
                        join act_ru_execution e on e.id_ = j.process_instance_id_
                        where j.id_ = :job and e.business_key_ is not null
                        """)
                .param("job", job)
                .query(String.class)
                .optional()
                .map(RequestId::of);
    }
}
