package io.redress.benchmarks.lifecycle;

import com.sun.management.OperatingSystemMXBean;
import io.redress.benchmarks.kafka.StageTopics;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Where the counters stand.
 *
 * @param nanos of the monotonic clock
 * @param records on each topic, ever
 * @param cpuSeconds that this process has used
 * @param machineLoad share of all processors in use since the moment before, 0 to 1; negative where it is not known
 */
public record Moment(long nanos, Map<String, Long> records, double cpuSeconds, double machineLoad) {

    /** As they stand now. */
    public static Moment now(StageTopics topics) {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, Long> records = topics.records();
        return new Moment(System.nanoTime(), records, machine.getProcessCpuTime() / 1e9, machine.getCpuLoad());
    }
}
