package licet.tests.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes files as model objects and as trees have them; the two name the same facts differently. */
final class FileJson {
    private FileJson() {}

    static void siblings(JsonGenerator json, Model model, boolean blobs) throws IOException {
        json.writeArrayFieldStart("siblings");
        for (RepoEntry file : RepoFiles.of(model)) {
            json.writeStartObject();
            json.writeStringField("rfilename", file.path());
            if (blobs) {
                blob(json, file, "blobId", "sha256");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void treeEntry(JsonGenerator json, Model model, RepoEntry file, boolean expand) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "file");
        blob(json, file, "oid", "oid");
        json.writeStringField("path", file.path());
        if (expand) {
            expansion(json, model);
        }
        json.writeEndObject();
    }

    static void directory(JsonGenerator json, Model model, String path) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "directory");
        json.writeStringField("oid", model.draw().at(path.hashCode()).hex(40));
        json.writeNumberField("size", 0);
        json.writeStringField("path", path);
        json.writeEndObject();
    }

    private static void blob(JsonGenerator json, RepoEntry file, String oidName, String shaName) throws IOException {
        switch (file) {
            case RepoEntry.Small small -> {
                byte[] bytes = small.content().get();
                json.writeStringField(oidName, small.oid(bytes));
                json.writeNumberField("size", bytes.length);
            }
            case RepoEntry.Large large -> {
                json.writeStringField(oidName, large.oid());
                json.writeNumberField("size", large.head().size());
                json.writeObjectFieldStart("lfs");
                json.writeStringField(shaName, large.sha256());
                json.writeNumberField("size", large.head().size());
                json.writeNumberField("pointerSize", large.pointer().length);
                json.writeEndObject();
            }
        }
    }

    private static void expansion(JsonGenerator json, Model model) throws IOException {
        json.writeObjectFieldStart("lastCommit");
        json.writeStringField("id", model.commit());
        json.writeStringField("title", "Push " + model.past().content());
        json.writeStringField("date", ModelJson.time(model.pushedAt(model.past().content())));
        json.writeEndObject();
        json.writeObjectFieldStart("securityFileStatus");
        json.writeStringField("status", "safe");
        json.writeEndObject();
    }
}
