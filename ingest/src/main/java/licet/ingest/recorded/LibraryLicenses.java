package licet.ingest.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of MIT and Apache-2.0, read at run time from libraries that stand under them and carry them in their jars. So
 * no license text is kept among our own sources, and each served text is a real one.
 */
final class LibraryLicenses {
    private static final List<String> PLACES = List.of("META-INF/LICENSE.txt", "META-INF/LICENSE");
    private static final Pattern MIT_GRANT = Pattern.compile("Permission is hereby granted, free\\s+of\\s+charge");
    private static final Pattern MIT_END = Pattern.compile("DEALINGS\\s+IN\\s+THE\\s+SOFTWARE\\.");
    private static final Pattern APACHE = Pattern.compile("\\A\\s*Apache License\\s+Version 2\\.0, January 2004");
    private static final Pattern APACHE_END = Pattern.compile("END OF TERMS AND CONDITIONS");

    private LibraryLicenses() {}

    /**
     * The MIT text for another holder.
     *
     * @param copyright the line that names the holder, which takes the place of the library's own
     */
    static String mit(String copyright) {
        String text = find(MIT_GRANT, MIT_END);
        String grant = text.substring(text.indexOf("Permission is hereby granted"));
        String body = grant.replaceAll("[ \\t]+", " ").lines().collect(Collectors.joining("\n"));
        return "MIT License\n\n" + copyright + "\n\n" + body.strip() + "\n";
    }

    static String apache() {
        return find(APACHE, APACHE_END);
    }

    private static String find(Pattern begin, Pattern end) {
        try {
            for (String place : PLACES) {
                for (URL url :
                        Collections.list(LibraryLicenses.class.getClassLoader().getResources(place))) {
                    String text = read(url);
                    if (begin.matcher(text).find() && end.matcher(text).find()) {
                        return text;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no library on the class path carries the license text: " + begin);
    }

    private static String read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
