package licet.ingest.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import licet.ingest.hub.Payload;

/** Turns reads into evidence, and the lack of files into a confirmed absence where the whole list is known. */
final class EvidenceMapper {
    private EvidenceMapper() {}

    static List<EvidenceFile> map(FetchedModel fetched) {
        List<EvidenceFile> evidence = new ArrayList<>();
        fetched.reads().forEach(read -> evidence.add(evidence(read)));
        EvidenceFile.State missing = fetched.files().isPresent()
                ? new EvidenceFile.State.Absent()
                : new EvidenceFile.State.Unread(EvidenceFile.Reason.NO_FILE_LIST, "the list of files was not read");
        addMissing(evidence, EvidenceFile.Kind.CARD, "README.md", missing);
        addMissing(evidence, EvidenceFile.Kind.LICENSE, "LICENSE", missing);
        evidence.sort(Comparator.comparing(EvidenceFile::path));
        return List.copyOf(evidence);
    }

    private static void addMissing(
            List<EvidenceFile> evidence, EvidenceFile.Kind kind, String usualName, EvidenceFile.State state) {
        if (evidence.stream().noneMatch(file -> file.kind() == kind)) {
            evidence.add(new EvidenceFile(usualName, kind, state, Optional.empty(), OptionalLong.empty()));
        }
    }

    private static EvidenceFile evidence(FetchedModel.FileRead read) {
        var file = read.file();
        return new EvidenceFile(file.path(), read.kind(), state(read.outcome()), file.blobOid(), file.size());
    }

    private static EvidenceFile.State state(FetchedModel.Outcome outcome) {
        return switch (outcome) {
            case FetchedModel.Outcome.NotRead(var reason, var detail) -> new EvidenceFile.State.Unread(reason, detail);
            case FetchedModel.Outcome.Content(Payload body)
            when isBinary(body) ->
                new EvidenceFile.State.Unread(EvidenceFile.Reason.NOT_TEXT, "sha256 " + body.sha256());
            case FetchedModel.Outcome.Content(Payload body) -> new EvidenceFile.State.Read(body.sha256(), body.text());
        };
    }

    /** A PDF, an archive or a document of an office program. */
    private static boolean isBinary(Payload body) {
        byte[] bytes = body.bytes();
        String head = new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-") || head.startsWith("PK\u0003\u0004")) {
            return true;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
