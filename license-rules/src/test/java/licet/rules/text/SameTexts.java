package licet.rules.text;

import java.util.List;
import java.util.stream.Stream;
import licet.rules.license.LicenseKey;

/** Whole texts that count as the same: the titles under which MIT goes, and Apache without its appendix. */
final class SameTexts {
    private SameTexts() {}

    static List<String> of(LicenseKey license, String text) {
        return switch (license.value()) {
            case "mit" ->
                Stream.of("", "The MIT License\n", "The MIT License (MIT)\n", "MIT License (MIT)\n")
                        .map(title -> title + text.substring(text.indexOf("\n\n")))
                        .toList();
            case "apache-2.0" -> apache(text);
            default -> List.of();
        };
    }

    private static List<String> apache(String text) {
        String body = text.substring(0, text.indexOf("APPENDIX:"));
        String withoutEnd = body.substring(0, body.indexOf("END OF TERMS"));
        return List.of(body, withoutEnd);
    }
}
