package licet.web.delivery;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Optional;
import licet.registry.delivery.NewReceiver;
import licet.registry.delivery.ReceiverFormat;
import org.jspecify.annotations.Nullable;

/** Who wants to be told, as the form sends it. @param topics beginnings, with blanks or commas between */
@Serdeable
public record ReceiverForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable String topics,
        @Nullable String format) {
    static final ReceiverForm EMPTY = new ReceiverForm("", "", "", "");

    public String nameText() {
        return text(name);
    }

    public String addressText() {
        return text(address);
    }

    public String topicsText() {
        return text(topics);
    }

    public String formatText() {
        return text(format);
    }

    private static String text(@Nullable String typed) {
        return Optional.ofNullable(typed).orElse("").strip();
    }

    NewReceiver wish() {
        var wanted = Arrays.stream(topicsText().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var chosen = formatText().isEmpty() ? ReceiverFormat.STANDARD : NewReceiver.format(formatText());
        return new NewReceiver(nameText(), addressText(), wanted, chosen);
    }
}
