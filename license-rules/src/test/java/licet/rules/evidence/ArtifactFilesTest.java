package licet.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every spelling of a license file's name that was seen, and of what such a file speaks. */
class ArtifactFilesTest {
    private static final ArtifactFiles FILES = Knowledge.load(false).artifactFiles();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LICENSE                            | any
            LICENSE.txt                        | any
            LICENSE.md                         | any
            License.txt                        | any
            LICENCE                            | any
            LICENCE-SD-Turbo                   | any
            Tongyi Qianwen LICENSE AGREEMENT   | any
            NOTICE                             | any
            model_licenses/LICENSE-2.0         | weights tokenizer
            LICENSE-MODEL                      | weights tokenizer
            LICENSE_MODEL                      | weights tokenizer
            LICENSE_MODELS                     | weights tokenizer
            LICENSE.model                      | weights tokenizer
            LICENSE_WEIGHTS                    | weights tokenizer
            LICENSE_weights                    | weights tokenizer
            MODEL_LICENSE                      | weights tokenizer
            MODEL_LICENSE.md                   | weights tokenizer
            MODEL_LICENSE.pdf                  | weights tokenizer
            MODEL_LICENSE_AGREEMENT.txt        | weights tokenizer
            Model Licence.txt                  | weights tokenizer
            WEIGHTS_LICENSE                    | weights tokenizer
            ModelsCommunityLicenseAgreement    | weights tokenizer
            LICENSE-CODE                       | code
            code/LICENSE_CODE.txt              | code
            CODE_LICENSE                       | code
            LICENSE-docs                       | documentation
            LICENSE.documentation              | documentation
            """)
    void speaksOf(String path, String artifacts) {
        var found = FILES.find(path);
        if (artifacts.equals("any")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .contains(Set.of(artifacts.split(" ")).stream()
                            .map(id -> Ids.parse(Artifact.class, id))
                            .collect(java.util.stream.Collectors.toSet()));
        }
    }
}
