package licet.tests.sync;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How much of this process's heap was in use right after a collection, at most: what was live, and a little more. */
final class HeapWatch {
    private final AtomicLong peak = new AtomicLong();
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    private HeapWatch() {}

    static HeapWatch start() {
        var watch = new HeapWatch();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notice, _) -> watch.collected(notice.getUserData()), null, null);
            }
        }
        return watch;
    }

    /** Bytes; the next peak is counted from here. */
    long takePeak() {
        return peak.getAndSet(0);
    }

    /** Bytes that are in use now, after a full collection. */
    long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void collected(Object data) {
        if (data instanceof CompositeData composite) {
            var after = GarbageCollectionNotificationInfo.from(composite)
                    .getGcInfo()
                    .getMemoryUsageAfterGc();
            long used = after.entrySet().stream()
                    .filter(pool -> pools.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            peak.accumulateAndGet(used, Math::max);
        }
    }
}
