package licet.registry.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory the database may hold pages in. It takes memory only for pages that somebody has read. */
final class Memory {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 128;
    private static final long MOST = 2048;

    private Memory() {}

    /** A quarter of the machine's, as the database's manual advises, in its notation. */
    static String forPages() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.clamp(system.getTotalMemorySize() / MEGABYTE / 4, LEAST, MOST) + "MB"
                : LEAST + "MB";
    }
}
