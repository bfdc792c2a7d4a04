package licet.ingest.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.card.CardReader;
import licet.ingest.card.FrontMatter;
import licet.ingest.hub.RepoId;

/**
 * One recorded repository.
 *
 * @param facts fields of the model object as the Hub names them; license and base-model tags are added from the card
 * @param past what the repository was before, newest first
 */
public record RecordedModel(
        RepoId id, String commit, Map<String, Object> facts, List<RecordedFile> files, List<RecordedModel> past) {
    private static final String CARD = "README.md";

    public RecordedModel {
        facts = Map.copyOf(facts);
        files = List.copyOf(files);
        past = List.copyOf(past);
    }

    /** A repository of one commit. */
    public RecordedModel(RepoId id, String commit, Map<String, Object> facts, List<RecordedFile> files) {
        this(id, commit, facts, files, List.of());
    }

    /** The same repository as the push upon an earlier state of it, which its log keeps. */
    public RecordedModel after(RecordedModel earlier) {
        return new RecordedModel(
                id,
                commit,
                facts,
                files,
                Stream.concat(Stream.of(earlier), earlier.past().stream()).toList());
    }

    /** The same repository after a push: one file replaced or added, and a new commit that follows from the content. */
    public RecordedModel withFile(String path, String text) {
        List<RecordedFile> changed = new ArrayList<>(files);
        changed.removeIf(file -> file.path().equals(path));
        changed.add(RecordedFile.of(path, text));
        return new RecordedModel(id, nextCommit(changed), facts, changed, past);
    }

    /** The same repository after a push that removes a file. */
    public RecordedModel withoutFile(String path) {
        List<RecordedFile> changed = new ArrayList<>(files);
        changed.removeIf(file -> file.path().equals(path));
        return new RecordedModel(id, nextCommit(changed), facts, changed, past);
    }

    /** The same commit with another description, for example {@code gated} or {@code downloads}. */
    public RecordedModel withFact(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(facts);
        changed.put(name, value);
        return new RecordedModel(id, commit, changed, files, past);
    }

    public RecordedModel withId(RepoId other) {
        return new RecordedModel(other, commit, facts, files, past);
    }

    boolean isGated() {
        return !Boolean.FALSE.equals(facts.getOrDefault("gated", false));
    }

    boolean isDisabled() {
        return Boolean.TRUE.equals(facts.get("disabled"));
    }

    /** As a revision has it; who may read it is a matter of today. */
    Optional<RecordedModel> at(String revision) {
        if (revision.equals("main")) {
            return Optional.of(this);
        }
        return Stream.concat(Stream.of(this), past.stream())
                .filter(state -> revision.length() >= 7 && state.commit.startsWith(revision))
                .findFirst();
    }

    Optional<RecordedFile> find(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The Hub shows a card's metadata also where the file itself is gated. */
    FrontMatter cardData() {
        return find(CARD)
                .map(RecordedFile::content)
                .filter(RecordedFile.Content.Small.class::isInstance)
                .map(content -> CardReader.read(
                                ((RecordedFile.Content.Small) content).body().bytes())
                        .frontMatter())
                .orElse(FrontMatter.EMPTY);
    }

    private String nextCommit(List<RecordedFile> changed) {
        var state = new StringBuilder(id.value());
        changed.forEach(
                file -> state.append('\n').append(file.path()).append(' ').append(file.blobOid(id.value())));
        return Synthetic.sha1(state.toString());
    }
}
