package licet.ingest.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.Answer;
import licet.ingest.hub.Gating;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.snapshot.ModelSnapshot;

/** Describes a local model in the form that the Hub describes its own, as far as files tell; no path of the machine is in it. */
final class LocalDescription {
    private static final JsonMapper JSON = new JsonMapper();

    private LocalDescription() {}

    static Answer<ModelInfo> of(LocalFolder folder, List<RepoFile> files, Optional<Long> parameters) {
        var info = new ModelInfo(
                folder.model(),
                new ModelInfo.Identity(Optional.empty(), folder.commit(), Optional.empty(), Optional.empty()),
                new ModelInfo.State(Gating.UNKNOWN, false, false, 0, 0),
                new ModelInfo.Labels(Optional.empty(), Optional.empty(), List.of()),
                Optional.of(files),
                Map.of(),
                Map.of(),
                parameters.filter(count -> count > 0),
                Optional.empty(),
                List.of());
        return new Answer<>(info, Payload.of(json(folder, files)));
    }

    private static String json(LocalFolder folder, List<RepoFile> files) {
        ObjectNode description = JSON.createObjectNode();
        description.put("source", ModelSnapshot.LOCAL_SOURCE);
        description.put("id", folder.model().value());
        folder.commit().ifPresent(commit -> description.put("sha", commit));
        ArrayNode list = description.putArray("siblings");
        for (RepoFile file : files) {
            ObjectNode entry = list.addObject();
            entry.put("rfilename", file.path());
            file.size().ifPresent(size -> entry.put("size", size));
            file.lfsSha256().ifPresent(sha256 -> entry.putObject("lfs").put("sha256", sha256));
        }
        return description.toString();
    }
}
