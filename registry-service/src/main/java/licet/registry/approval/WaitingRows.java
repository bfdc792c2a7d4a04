package licet.registry.approval;

import licet.registry.platform.Statements;
import licet.rules.facts.Ids;

/** Keeps in the database which stages of a request wait, so that what waits for somebody is one look. */
final class WaitingRows {
    private WaitingRows() {}

    /** In the transaction of each step. */
    static void write(Statements sql, ApprovalRequest request) {
        sql.update("DELETE FROM approval_waiting WHERE request_id = ?", request.id());
        sql.batch(
                "INSERT INTO approval_waiting (request_id, stage, round, reviewer, due_at) VALUES (?, ?, ?, ?, ?)",
                StageProgress.of(request).stream()
                        .filter(stage -> stage.standing() == StageProgress.Standing.OPEN)
                        .map(stage -> new Object[] {
                            request.id(),
                            stage.stage().key(),
                            request.round(),
                            Ids.of(stage.stage().by()),
                            stage.due().orElseThrow()
                        })
                        .toList());
    }
}
