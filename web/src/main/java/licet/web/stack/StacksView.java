package licet.web.stack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.registry.stack.StackState;
import licet.web.layout.Bar;

/**
 * All stacks that run.
 *
 * @param form for those who may make one
 */
public record StacksView(List<Line> stacks, LocalDate today, Optional<StackForm> form) {
    public StacksView {
        stacks = List.copyOf(stacks);
    }

    /** @param parts permitted and red slots in one bar */
    public record Line(StackState stack, List<Bar.Part> parts) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    public long red() {
        return stacks.stream().mapToLong(line -> line.stack().red()).sum();
    }

    public boolean isOverdue(LocalDate due) {
        return due.isBefore(today);
    }
}
