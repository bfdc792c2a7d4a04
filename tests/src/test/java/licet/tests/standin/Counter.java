package licet.tests.standin;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts while requests come in. */
final class Counter {
    private final Map<Kind, LongAdder> requests = new EnumMap<>(Kind.class);
    private final Map<Fault, LongAdder> faults = new EnumMap<>(Fault.class);
    private final AtomicLong number = new AtomicLong();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder tokensElsewhere = new LongAdder();
    private final LongAdder beyondQuota = new LongAdder();

    Counter() {
        for (Kind kind : Kind.values()) {
            requests.put(kind, new LongAdder());
        }
        for (Fault fault : Fault.values()) {
            faults.put(fault, new LongAdder());
        }
    }

    /** Returns the number of this request, from 1. */
    long request(Kind kind, boolean authorized) {
        requests.get(kind).increment();
        if (kind == Kind.CONTENT && authorized) {
            tokensElsewhere.increment();
        }
        return number.incrementAndGet();
    }

    void fault(Fault fault) {
        faults.get(fault).increment();
    }

    void bytes(long count) {
        bytes.add(count);
    }

    void beyondQuota() {
        beyondQuota.increment();
    }

    Counts counts() {
        Map<Kind, Long> asked = new EnumMap<>(Kind.class);
        requests.forEach((kind, adder) -> asked.put(kind, adder.sum()));
        Map<Fault, Long> failed = new EnumMap<>(Fault.class);
        faults.forEach((fault, adder) -> failed.put(fault, adder.sum()));
        return new Counts(asked, failed, bytes.sum(), tokensElsewhere.sum(), beyondQuota.sum());
    }
}
