package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.hub.CommitLog;
import licet.ingest.hub.RepoId;
import licet.ingest.snapshot.ModelSnapshot;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.rules.evidence.ModelId;

/**
 * Tells what has to be asked about the past of bases, one step at a time, and keeps the answers. Each step follows from
 * what is on record alone, so that whoever takes a base on after a crash asks for the rest and comes to the same end.
 */
@Singleton
public final class Pasts {
    private final Database database;
    private final Catalog catalog;
    private final Conclusions conclusions;
    private final Histories histories;
    private final AuditLog audit;
    private final String source;

    Pasts(
            Database database,
            Catalog catalog,
            Conclusions conclusions,
            Histories histories,
            AuditLog audit,
            HubMode mode) {
        this.database = database;
        this.catalog = catalog;
        this.conclusions = conclusions;
        this.histories = histories;
        this.audit = audit;
        this.source = mode.source();
    }

    /** What is to be asked next. */
    public sealed interface Wish {
        long base();

        RepoId model();

        /** The log of a base, from its newest commit on record back. */
        record Log(long base, RepoId model, String head) implements Wish {}

        /** What stood at a revision that is not on record. */
        record Revision(long base, RepoId model, String revision) implements Wish {}
    }

    /** Goes through the bases that are due until one of them needs an answer of the Hub; empty when none does. */
    public Optional<Wish> next() {
        var due = database.read(sql -> PastTable.findDue(sql, source));
        while (due.isPresent()) {
            var base = due.get();
            var wish = database.read(sql -> wish(sql, base));
            if (wish.isPresent()) {
                return wish;
            }
            due = database.write(sql -> {
                PastTable.settle(sql, base.id());
                return PastTable.findDue(sql, source);
            });
        }
        return Optional.empty();
    }

    private Optional<Wish> wish(Statements sql, PastTable.Base base) {
        var history = histories.open(sql, source).base(new ModelId(base.name().value()));
        if (history.isEmpty()) {
            return Optional.empty();
        }
        String head = history.get().newest().revision();
        boolean logged = base.logHead().equals(Optional.of(head));
        var open = PastTable.listDays(sql, source, base.name()).stream()
                .filter(day -> history.get().isDoubtful(day, logged))
                .toList();
        if (!open.isEmpty() && !logged) {
            return Optional.of(new Wish.Log(base.id(), base.name(), head));
        }
        return Stream.concat(
                        PastTable.listNamed(sql, source, base).stream(),
                        open.stream().flatMap(day -> missing(sql, base.id(), day).stream()))
                .findFirst()
                .map(revision -> new Wish.Revision(base.id(), base.name(), revision));
    }

    private static List<String> missing(Statements sql, long base, LocalDate day) {
        return PastTable.listStanding(
                sql,
                base,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Keeps a log, which can already tell what stood when a derivative was made. */
    public void keep(Wish.Log wish, CommitLog log) {
        database.write(sql -> {
            Catalog.writeAlone(sql);
            PastTable.writeLog(sql, wish.base(), wish.head(), log.commits());
            conclusions.concludeChildren(sql, source, new ModelId(wish.model().value()));
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "catalog.past",
                    Catalog.KIND,
                    wish.model().value(),
                    java.util.Map.of("commits", log.commits().size())));
            return true;
        });
    }

    public void keep(Wish.Revision wish, ModelSnapshot snapshot) {
        boolean asked = snapshot.identity().commit().equals(Optional.of(wish.revision()));
        if (asked) {
            catalog.store(List.of(), List.of(snapshot));
        } else {
            refuse(wish, "the Hub answered with another revision");
        }
    }

    /** The Hub will not answer this, however often it is asked. */
    public void refuse(Wish wish, String why) {
        database.write(sql -> {
            switch (wish) {
                case Wish.Log(var base, var model, var head) -> PastTable.closeLog(sql, base, head);
                case Wish.Revision(var base, var model, var revision) -> PastTable.refuse(sql, base, revision, why);
            }
            return true;
        });
    }

    /** The Hub may answer another time; after a few attempts the base waits for its next change. */
    public void postpone(Wish wish) {
        database.write(sql -> {
            PastTable.countAttempt(sql, wish.base());
            return true;
        });
    }
}
