package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of repositories, revisions and files: R12 to R18 and F12 of the cases of other clients. */
class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"123", "foo", "foo/bar", "Foo-BAR_foo.bar123", "meta-llama/Llama-3.1-8B", "gpt2"})
    void validRepositoryIds(String text) {
        assertThat(RepoId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a/",
                "/b",
                "datasets/foo/bar",
                ".repo_id",
                "repo_id.",
                "foo--bar",
                "foo..bar",
                "foo.git",
                "-a/b",
                "a/-b",
                "a b",
                "a/b?c",
                "a/../b",
                "ü/b",
                "a\n/b",
                "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void invalidRepositoryIds(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepoId(text))
                .withMessageContaining("repository id")
                .withMessageContaining("write owner/name");
        assertThat(RepoId.find(text).map(RepoId::value)).isNotEqualTo(java.util.Optional.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "main, main",
        "refs/pr/1, refs%2Fpr%2F1",
        "feature/x, feature%2Fx",
        "fix#123, fix%23123",
        "wip?draft, wip%3Fdraft",
        "v1.0+beta, v1.0%2Bbeta",
        "with space, with%20space",
        "100%done, 100%25done",
        "v1.0-rc.2_final~ok, v1.0-rc.2_final~ok",
        "refs/convert/parquet, refs%2Fconvert%2Fparquet"
    })
    void revisionsAreEncodedWhole(String revision, String encoded) {
        assertThat(Revision.parse(revision).encoded()).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/../b", "/main", "main/", "a//b", "a\\b", "a\u0000b"})
    void invalidRevisions(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Revision(text));
    }

    @Test
    void aCommitIsFortyHexDigits() {
        assertThat(Revision.parse("d04e592bb4f6aa9cfee91e2e20afa771667e1d4b").isCommit())
                .isTrue();
        assertThat(Revision.parse("d04e592").isCommit()).isFalse();
        assertThat(Revision.MAIN.isCommit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subfolder/to?/awful?filename%you:should,never.give|subfolder/to%3F/awful%3Ffilename%25you%3Ashould%2Cnever.give",
                "with space/and#hash?and+plus|with%20space/and%23hash%3Fand+plus",
                "a%2Fb/c|a%252Fb/c",
                "ümlaut/файл.txt|%C3%BCmlaut/%D1%84%D0%B0%D0%B9%D0%BB.txt",
                "/a//b/c/|a/b/c",
                "x_to_rlds#episode_106|x_to_rlds%23episode_106",
                "a[1]^|a%5B1%5D%5E",
                "%2e%2e/x|%252e%252e/x"
            })
    void pathsAreEncodedBySegment(String path, String encoded) {
        assertThat(RepoPath.parse(path).encoded()).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "a/../b",
                "./a",
                "a/.",
                "folder/..\\..\\file",
                "C:\\x",
                "D:foo",
                "\\foo",
                "\\\\host\\share",
                "a\u0000b",
                "a\nb"
            })
    void pathsThatCouldLeaveTheRepositoryAreRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepoPath.parse(path));
        assertThat(RepoPath.find(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b",
        "https://huggingface.co/a/b, a/b",
        "https://huggingface.co/a/b/blob/main/LICENSE, a/b",
        "hf.co/a/b, a/b",
        "https://huggingface.co/datasets/a/b, ''",
        "https://huggingface.co/papers/2501.12948, ''",
        "/data/models/x, ''",
        "https://example.org/a/b, ''",
        "gpt2, gpt2"
    })
    void modelsAreRecognizedInCardFields(String text, String id) {
        assertThat(ModelLink.find(text).map(RepoId::value).orElse("")).isEqualTo(id);
    }
}
