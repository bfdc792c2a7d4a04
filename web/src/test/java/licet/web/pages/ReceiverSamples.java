package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.delivery.Delivery;
import licet.registry.delivery.DeliveryState;
import licet.registry.delivery.Receiver;
import licet.registry.delivery.ReceiverFormat;
import licet.registry.delivery.ReceiverState;
import licet.registry.mail.MailDigest;
import licet.registry.mail.MailLog;
import licet.registry.mail.MailState;
import licet.web.delivery.MailView;
import licet.web.delivery.ReceiverForm;
import licet.web.delivery.ReceiverView;
import licet.web.delivery.ReceiversView;
import licet.web.layout.FormProblem;

/** Receivers with everything that can stand on their pages. */
final class ReceiverSamples {
    private static final Instant DAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    private ReceiverSamples() {}

    private static Receiver receiver(ReceiverState state) {
        return new Receiver(
                ID,
                Samples.SCRIPT,
                state == ReceiverState.ON ? ReceiverFormat.STANDARD : ReceiverFormat.SLACK,
                "https://hooks.example.com/" + Samples.SCRIPT,
                state == ReceiverState.ON ? List.of() : List.of("approval.", "alert."),
                state,
                DAY,
                Optional.of(DAY),
                7);
    }

    static ReceiversView list(boolean full) {
        return new ReceiversView(
                full ? List.of(receiver(ReceiverState.ON), receiver(ReceiverState.OFF)) : List.of(),
                full,
                "token",
                new ReceiverForm(Samples.SCRIPT, null, "x y", "slack"),
                full
                        ? List.of(
                                new FormProblem("name", "choose another"),
                                new FormProblem("address", "use an https address"),
                                new FormProblem("topics", "give beginnings"))
                        : List.of());
    }

    static ReceiverView one(ReceiverState state) {
        var silent = new Delivery.Attempt(DAY, Optional.empty(), 10_000, Samples.SCRIPT);
        var waiting = new Delivery(
                new UUID(1, 3),
                "approval.grant",
                "approval",
                "x",
                DeliveryState.WAITING,
                2,
                DAY,
                Optional.of(DAY),
                Optional.empty(),
                List.of(silent));
        var fresh = new Delivery(
                new UUID(1, 4),
                "licet.test",
                "webhook",
                "x",
                DeliveryState.DELIVERED,
                0,
                DAY,
                Optional.empty(),
                Optional.of(DAY),
                List.of());
        boolean on = state == ReceiverState.ON;
        return new ReceiverView(
                receiver(state),
                on ? Optional.of("whsec_x") : Optional.empty(),
                on ? List.of(waiting, fresh) : List.of(),
                on ? Optional.of("/receivers/1?cursor=x") : Optional.empty(),
                "token");
    }

    static MailView mail(boolean ready) {
        var line = new MailLog.Line(
                ID,
                Samples.SCRIPT,
                MailDigest.DAILY,
                Optional.of(Samples.SCRIPT),
                MailState.GIVEN_UP,
                3,
                DAY,
                Optional.of(DAY),
                Optional.of(DAY),
                Optional.of(Samples.SCRIPT));
        return new MailView(
                new MailLog(
                        ready,
                        Optional.of("mail.example.com:587"),
                        Optional.of(Samples.SCRIPT),
                        ready ? List.of(line) : List.of()),
                "token",
                ready ? List.of(new FormProblem("test", Samples.SCRIPT)) : List.of());
    }
}
