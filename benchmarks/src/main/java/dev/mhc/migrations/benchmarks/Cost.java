package dev.mhc.migrations.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * What something cost. SQLite works on the thread that calls it, so the time of that thread on a processor is what it cost
 * by itself, whatever else runs on the machine and however long the disk takes.
 *
 * @param wall milliseconds on the clock
 * @param processor milliseconds of this thread on a processor
 */
record Cost(double wall, double processor) {

    /** Something to measure. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Cost of(Work work) throws Exception {
        long wall = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        return new Cost((System.nanoTime() - wall) / 1e6, spent / 1e6);
    }

    /** Of each of the two times, this one's share of that of another. */
    Cost dividedBy(Cost other) {
        return new Cost(wall / other.wall, processor / other.processor);
    }

    static Cost median(List<Cost> costs) {
        return new Cost(
                middle(costs.stream().mapToDouble(Cost::wall).sorted().toArray()),
                middle(costs.stream().mapToDouble(Cost::processor).sorted().toArray()));
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The most bytes of heap that were ever in use at once, or rather the sum of each pool's most. */
    static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
