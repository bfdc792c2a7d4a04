package licet.registry.instrument;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.catalog.Blobs;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.verdict.Instrument;

/** Agreements, acceptances and legal positions: put on record, listed, replaced and revoked. */
@Singleton
public class Papers implements InstrumentSource {
    private final Database database;
    private final Blobs blobs;
    private final AuditLog audit;
    private final Clock clock;

    Papers(Database database, Blobs blobs, AuditLog audit, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nobody has to touch what expires: what stands here says itself when it acts. */
    @Override
    public List<Instrument> load(Statements sql) {
        return PaperTable.listUnrevoked(sql).stream()
                .map(paper -> paper.content().instrument(paper.reference()))
                .toList();
    }

    public List<Paper> list(PaperQuery query) {
        return database.read(sql -> PaperTable.list(sql, query, clock.instant()));
    }

    /** @return this month and those that follow, one after the other; from this month what is over is left out */
    public List<Ending> endings(int months) {
        var now = clock.instant();
        var first = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        var counted = database.read(sql -> PaperTable.endings(sql, now, start(first.plusMonths(months)))).stream()
                .collect(toMap(Ending::month, Ending::papers));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(months)
                .map(month -> new Ending(month, counted.getOrDefault(month, 0L)))
                .toList();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Optional<Paper> find(long id) {
        return database.read(sql -> PaperTable.find(sql, id));
    }

    public Paper get(long id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** What counsel wrote for counsel; for everybody else there is nothing. */
    public Optional<String> privileged(long id, Principal caller) {
        return PaperRights.maySeePrivileged(caller)
                ? database.read(sql -> sql.find(
                        "SELECT comment FROM privileged_comment WHERE instrument_id = ?",
                        row -> row.getString("comment"),
                        id))
                : Optional.empty();
    }

    /**
     * The signed paper itself, byte by byte.
     *
     * @param sha256 which one is meant, as the record shows it
     * @throws ProblemException not found, or forbidden
     */
    public NewPaper.File document(long id, String sha256, Principal caller) {
        var paper = get(id);
        var document = paper.document()
                .filter(known -> known.sha256().equals(sha256))
                .orElseThrow(() -> new RegistryProblem.NotFound("document", sha256).asException());
        if (!PaperRights.mayReadDocument(caller, paper)) {
            throw new RegistryProblem.Forbidden("the role " + Role.APPROVER.word() + " or " + Role.AUDITOR.word()
                            + ", or " + Role.REVIEWER.word() + " with the topic " + ReviewTopic.LEGAL.word())
                    .asException();
        }
        byte[] bytes = database.read(sql -> blobs.get(sql, HexFormat.of().parseHex(sha256)));
        return new NewPaper.File(document.name(), document.type(), bytes);
    }

    /**
     * @return the paper as it stands on record
     * @throws ProblemException forbidden, or a conflict where what it replaces was replaced or revoked meanwhile
     */
    public Paper record(NewPaper given, Principal caller) {
        var person = PaperRights.recorder(caller, given.content().kind());
        return database.write(sql -> {
            given.replaces().ifPresent(old -> revoke(sql, old, given.content().kind(), person, "replaced"));
            var document = given.document().map(file -> store(sql, file));
            long id = PaperTable.insert(
                    sql, given.content(), new PaperTable.Recorded(document, given.replaces(), clock.instant(), person));
            given.privileged()
                    .ifPresent(comment -> sql.update(
                            "INSERT INTO privileged_comment (instrument_id, comment) VALUES (?, ?)", id, comment));
            // Names of people stand in the row and not in the log that nobody can erase.
            audit.append(AuditEvent.of(
                    caller.actor(),
                    given.content().kind().word() + ".record",
                    given.content().kind().word(),
                    String.valueOf(id),
                    Map.of(
                            "digest", given.content().digest(),
                            "document", document.map(Paper.Document::sha256).orElse(""),
                            "replaces", given.replaces().map(String::valueOf).orElse(""))));
            return PaperTable.find(sql, id).orElseThrow(() -> missing(id));
        });
    }

    private Paper.Document store(Statements sql, NewPaper.File file) {
        return new Paper.Document(file.name(), file.type(), HexFormat.of().formatHex(blobs.store(sql, file.bytes())));
    }

    /**
     * Ends a paper now, whatever its term.
     *
     * @param reason 1 to 2,000 characters
     */
    public Paper revoke(long id, String reason, Principal caller) {
        var kind = get(id).content().kind();
        var person = PaperRights.recorder(caller, kind);
        String why = PaperText.words("/reason", reason, PaperText.LONG);
        return database.write(sql -> {
            revoke(sql, id, kind, person, why);
            audit.append(
                    AuditEvent.of(caller.actor(), kind.word() + ".revoke", kind.word(), String.valueOf(id), Map.of())
                            .because(why));
            return PaperTable.find(sql, id).orElseThrow(() -> missing(id));
        });
    }

    private void revoke(Statements sql, long id, PaperKind kind, UUID person, String reason) {
        if (PaperTable.find(sql, id).filter(old -> old.content().kind() == kind).isEmpty()) {
            throw missing(id);
        }
        int rows = sql.update(
                "INSERT INTO instrument_revocation (instrument_id, revoked_at, revoked_by, reason)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                clock.instant(),
                person,
                reason);
        if (rows == 0) {
            throw new RegistryProblem.Conflict(
                            kind.word(), String.valueOf(id), "it was revoked or replaced already; look at it again")
                    .asException();
        }
    }

    private static ProblemException missing(long id) {
        return new RegistryProblem.NotFound("instrument", String.valueOf(id)).asException();
    }
}
