package licet.registry.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Heads of the chain as lines of JSON in a folder outside of the database, a file for each month. Who rewrites the chain
 * from some entry on leaves nothing that the database itself could find; these lines tell.
 */
public final class HeadFiles {
    /** Below the data folder, where nobody chose another place. */
    public static final String FOLDER = "audit-heads";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".jsonl";

    private final Path folder;

    public HeadFiles(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Adds a line and returns when it is on the disk. A line that a crash cut off stays apart from the new one. */
    public HeadMark append(Head head, Instant at) {
        var mark = HeadMark.of(head, at);
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(MONTH.format(at) + ENDING);
            write(file, (endsOpen(file) ? "\n" : "") + mark.line() + "\n");
            return mark;
        } catch (IOException problem) {
            throw new UncheckedIOException("the head of the audit chain cannot be written to " + folder, problem);
        }
    }

    private void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        // A new file is lost in a crash as long as its folder does not name it on the disk.
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static boolean endsOpen(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /** Every line of every file; none where the folder is not there. */
    public HeadMarks read() {
        var marks = new ArrayList<HeadMark>();
        for (var file : files()) {
            var damage = read(file, marks);
            if (damage.isPresent()) {
                return damage.get();
            }
        }
        return HeadMarks.of(marks);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Optional<HeadMarks> read(Path file, List<HeadMark> marks) {
        var number = 0L;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                marks.add(HeadMark.parse(line));
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.of(HeadMarks.damaged(String.valueOf(file.getFileName()), Math.max(1, number)));
        }
    }
}
