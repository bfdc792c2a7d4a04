package licet.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.rules.facts.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One situation a line. Evidence is written {@code tag=…}, {@code name=…}, {@code link=…}, {@code gguf=…}, a file as
 * {@code path:content}, where the content is a marked text, {@code mit}, {@code strange} or {@code unread}.
 */
class LicenseIdentifierTest {
    private static final ModelId MODEL = new ModelId("owner/name");
    private static final LicenseIdentifier IDENTIFIER = new LicenseIdentifier(SampleTexts.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # evidence                                                | artifact      | conclusion
                    ''                                                        | weights       | absent
                    tag=mit                                                   | weights       | identified mit declared
                    tag=MIT                                                   | weights       | identified mit declared
                    tag=mit tag=mit                                           | weights       | identified mit declared
                    tag=mit tag=apache-2.0                                    | weights       | conflicting apache-2.0 mit
                    tag=llama3.1                                              | weights       | identified llama-3.1-community declared
                    tag=other                                                 | weights       | unrecognized
                    tag=unknown                                               | weights       | unrecognized
                    tag=no-such-license                                       | weights       | unrecognized
                    tag=creativeml-openrail-m                                 | weights       | identified creativeml-openrail-m declared
                    tag=gemma                                                 | weights       | unrecognized gemma-terms-2024-02-21 gemma-terms-2024-04-01 gemma-terms-2025-03-24 gemma-terms-2026-04-01
                    tag=other name=deepseek                                   | weights       | identified deepseek-model-1.0 declared
                    tag=other name=Qwen                                       | weights       | unrecognized qwen-license-2024-09-19 tongyi-qianwen
                    tag=other name=qwen-research                              | weights       | identified qwen-research-2024-09-19 declared
                    tag=other name=modified-mit                               | weights       | unrecognized devstral-2-modified-mit kimi-k2-modified-mit kimi-k2.5-modified-mit kimi-k2.6-modified-mit kimi-k2.7-code-modified-mit minimax-m2-modified-mit minimax-m2.1-modified-mit minimax-m2.5-modified-mit mistral-medium-3.5-modified-mit
                    tag=other name=Modified_MIT_License                       | weights       | unrecognized devstral-2-modified-mit kimi-k2-modified-mit kimi-k2.5-modified-mit kimi-k2.6-modified-mit kimi-k2.7-code-modified-mit minimax-m2-modified-mit minimax-m2.1-modified-mit minimax-m2.5-modified-mit mistral-medium-3.5-modified-mit
                    tag=other name=my-own-terms                               | weights       | unrecognized
                    tag=mit name=deepseek                                     | weights       | conflicting deepseek-model-1.0 mit
                    tag=gpl-3.0 name=mit                                      | weights       | conflicting gpl-3.0 mit
                    link=LICENSE                                              | weights       | unrecognized
                    gguf=apache-2.0                                           | weights       | identified apache-2.0 declared
                    gguf=mit tag=apache-2.0                                   | weights       | conflicting apache-2.0 mit
                    LICENSE:mit                                               | weights       | identified mit file-text
                    LICENSE:mit                                               | documentation | identified mit file-text
                    LICENSE:mit tag=mit                                       | weights       | identified mit file-text
                    LICENSE:mit tag=other                                     | weights       | identified mit file-text
                    LICENSE:mit tag=other name=own-words                      | weights       | identified mit file-text
                    LICENSE:mit tag=apache-2.0                                | weights       | conflicting apache-2.0 mit
                    LICENSE:mit tag=creativeml-openrail-m                     | weights       | conflicting creativeml-openrail-m mit
                    LICENSE:mit tag=other name=deepseek                       | weights       | conflicting deepseek-model-1.0 mit
                    LICENSE:standin tag=llama4                                | weights       | identified llama-4-community stand-in-text
                    LICENSE:standin tag=mit                                   | weights       | conflicting llama-4-community mit
                    LICENSE:mit LICENSE.md:standin                            | weights       | conflicting llama-4-community mit
                    LICENSE:mit LICENSE.md:mit                                | weights       | identified mit file-text
                    LICENSE:strange tag=mit                                   | weights       | unrecognized mit
                    LICENSE:longer tag=mit                                    | weights       | unrecognized mit near mit
                    LICENSE:unread tag=llama3.3                               | weights       | unread llama-3.3-community
                    LICENSE:unread LICENSE.md:mit                             | weights       | unread mit
                    LICENSE-CODE:mit LICENSE-MODEL:standin                    | weights       | identified llama-4-community stand-in-text
                    LICENSE-CODE:mit LICENSE-MODEL:standin                    | tokenizer     | identified llama-4-community stand-in-text
                    LICENSE-CODE:mit LICENSE-MODEL:standin                    | code          | identified mit file-text
                    LICENSE-CODE:mit LICENSE-MODEL:standin                    | documentation | unrecognized
                    LICENSE-CODE:mit LICENSE-MODEL:unread tag=other           | weights       | unread
                    LICENSE-CODE:mit LICENSE-MODEL:unread tag=other           | code          | identified mit file-text
                    LICENSE-CODE:mit tag=llama4                               | weights       | identified llama-4-community declared
                    LICENSE-CODE:mit tag=llama4                               | code          | identified mit file-text
                    LICENSE:mit MODEL_LICENSE.md:standin tag=llama4           | weights       | identified llama-4-community stand-in-text
                    LICENSE:mit MODEL_LICENSE.md:standin tag=llama4           | code          | identified mit file-text
                    LICENSE:mit model_licenses/LICENSE_weights:standin        | documentation | identified mit file-text
                    LICENCE:mit WEIGHTS_LICENCE:standin                       | weights       | identified llama-4-community stand-in-text
                    USE_POLICY.md:mit                                         | weights       | unrecognized
                    NOTICE:unread                                             | weights       | unread
                    NOTICE:unread LICENSE:mit                                 | weights       | identified mit file-text
                    NOTICE:mit                                                | weights       | unrecognized
                    USE_POLICY:unread                                         | weights       | unread
                    LICENSE:standin USE_POLICY.md:policy                      | weights       | identified llama-4-community stand-in-text bound llama-4-aup
                    LICENSE:standin USE_POLICY.md:changedpolicy               | weights       | identified llama-4-community stand-in-text changed llama-4-aup
                    LICENSE:standin USE_POLICY.md:strange                     | weights       | identified llama-4-community stand-in-text unknown
                    LICENSE:standin USE_POLICY.md:mit                         | weights       | identified llama-4-community stand-in-text unknown
                    LICENSE:standin USE_POLICY.md:longer                      | weights       | identified llama-4-community stand-in-text changed mit
                    LICENSE:standin USE_POLICY.md:unread                      | weights       | identified llama-4-community stand-in-text unread
                    LICENSE:mit USE_POLICY.md:policy                          | weights       | identified mit file-text not-bound llama-4-aup
                    LICENSE:mit LICENSE-AUP.md:policy                         | weights       | identified mit file-text not-bound llama-4-aup
                    LICENSE-AUP.md:policy                                     | weights       | unrecognized
                    LICENSE:changedpolicy                                     | weights       | unrecognized near llama-4-aup
                    tag=llama4 USE_POLICY.md:policy                           | weights       | identified llama-4-community declared bound llama-4-aup
                    tag=apache-2.0_OR_mit                                     | weights       | oneof apache-2.0 mit
                    tag=apache-2.0_AND_mit                                    | weights       | unrecognized apache-2.0 mit
                    tag=mit_OR_MIT                                            | weights       | identified mit declared
                    tag=mit_AND_(mit_OR_apache-2.0)                           | weights       | identified mit declared
                    tag=mit_OR_no-such-license                                | weights       | unrecognized mit
                    tag=mit_AND_no-such-license                               | weights       | unrecognized mit
                    tag=Apache-2.0_WITH_LLVM-exception                        | weights       | unrecognized apache-2.0
                    tag=apache-2.0 name=Apache-2.0_WITH_LLVM-exception        | weights       | unrecognized apache-2.0
                    tag=LicenseRef-llama-4-community                          | weights       | identified llama-4-community declared
                    tag=other name=LicenseRef-llama-4-community               | weights       | identified llama-4-community declared
                    tag=other name=mit_or_apache-2.0                          | weights       | oneof apache-2.0 mit
                    tag=mit name=mit_OR_apache-2.0                            | weights       | identified mit declared
                    tag=mit name=mit_AND_apache-2.0                           | weights       | unrecognized apache-2.0 mit
                    tag=llama4 name=mit_OR_apache-2.0                         | weights       | conflicting apache-2.0 llama-4-community mit
                    gguf=apache-2.0_OR_mit                                    | weights       | oneof apache-2.0 mit
                    LICENSE:mit tag=apache-2.0_OR_mit                         | weights       | identified mit file-text
                    LICENSE:mit tag=apache-2.0_AND_mit                        | weights       | unrecognized apache-2.0 mit
                    LICENSE:mit tag=apache-2.0_AND_mit                        | documentation | unrecognized apache-2.0 mit
                    LICENSE:mit tag=llama4_OR_apache-2.0                      | weights       | conflicting apache-2.0 llama-4-community mit
                    LICENSE:mit LICENSE.md:standin tag=mit_OR_llama4          | weights       | oneof llama-4-community mit
                    LICENSE:mit LICENSE.md:standin tag=mit_AND_llama4         | weights       | unrecognized llama-4-community mit
                    LICENSE:mit LICENSE.md:standin tag=mit_AND_gemma          | weights       | conflicting gemma-terms-2024-02-21 gemma-terms-2024-04-01 gemma-terms-2025-03-24 gemma-terms-2026-04-01 llama-4-community mit
                    tag=mit_AND                                               | weights       | unrecognized
                    """)
    void identifies(String evidence, String artifact, String conclusion) {
        var all = new ArrayList<Evidence>();
        for (String word : evidence.isBlank() ? new String[0] : evidence.split(" +")) {
            all.add(parse(word));
        }
        var identification = IDENTIFIER.identify(all).get(Ids.parse(Artifact.class, artifact));
        assertThat(written(identification)).isEqualTo(conclusion);
    }

    private static Evidence parse(String word) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            String value = word.substring(equals + 1).replaceAll("_(?=AND|OR|or|WITH)|(?<=AND|OR|or|WITH)_", " ");
            return switch (word.substring(0, equals)) {
                case "tag" -> new Evidence.CardTag(at("README.md"), value);
                case "name" -> new Evidence.LicenseName(at("README.md"), value);
                case "link" -> new Evidence.LicenseLink(at("README.md"), value);
                case "gguf" -> new Evidence.HeaderField(at("model.gguf"), "general.license", value);
                default -> throw new IllegalArgumentException(word);
            };
        }
        String[] file = word.split(":");
        var role = file[0].startsWith("USE_POLICY")
                ? Evidence.FileRole.USE_POLICY
                : file[0].startsWith("NOTICE") ? Evidence.FileRole.NOTICE : Evidence.FileRole.LICENSE;
        return file[1].equals("unread")
                ? new Evidence.FileUnread(at(file[0]), role, "HTTP 500")
                : new Evidence.FileText(at(file[0]), role, SampleTexts.text(file[1]));
    }

    private static EvidenceRef at(String file) {
        return new EvidenceRef(MODEL, "main", file, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String written(Identification identification) {
        var words = new ArrayList<String>();
        words.add(identification.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        identification.candidates().forEach(key -> words.add(key.value()));
        switch (identification) {
            case Identification.Identified identified -> {
                words.add(Ids.of(identified.basis()));
                identified.policies().forEach(policy -> words.addAll(written(policy)));
            }
            case Identification.Unrecognized unrecognized ->
                unrecognized
                        .nearMiss()
                        .ifPresent(miss ->
                                words.addAll(List.of("near", miss.license().value())));
            case Identification.OneOf ignored -> {}
            case Identification.Conflicting ignored -> {}
            case Identification.Absent ignored -> {}
            case Identification.Unread ignored -> {}
        }
        return String.join(" ", words);
    }

    private static List<String> written(PolicyFile policy) {
        return switch (policy) {
            case PolicyFile.Bound(var at, var key) -> List.of("bound", key.value());
            case PolicyFile.NotBound(var at, var key) -> List.of("not-bound", key.value());
            case PolicyFile.Changed(var at, var miss) ->
                List.of("changed", miss.license().value());
            case PolicyFile.Unknown(var at) -> List.of("unknown");
            case PolicyFile.Unread(var at, var reason) -> List.of("unread");
        };
    }

    @Test
    void theExpressionItselfIsInTheEvidence() {
        var tag = new Evidence.CardTag(at("README.md"), "mit AND apache-2.0");
        assertThat(IDENTIFIER.identify(List.of(tag)).get(Artifact.WEIGHTS).evidence())
                .containsExactly(at("README.md").withPassage("mit AND apache-2.0"));
    }

    @Test
    void policiesAreKeptInJsonAndMayBeMissingThere() throws Exception {
        var mapper = new ObjectMapper().registerModule(new Jdk8Module());
        var found = IDENTIFIER.identify(List.of(parse("LICENSE:mit"), parse("USE_POLICY.md:policy")));
        var identified = found.get(Artifact.WEIGHTS);
        ObjectNode tree = mapper.valueToTree(identified);
        assertThat(mapper.treeToValue(tree, Identification.class)).isEqualTo(identified);
        tree.remove("policies");
        assertThat(mapper.treeToValue(tree, Identification.class))
                .isInstanceOfSatisfying(
                        Identification.Identified.class,
                        old -> assertThat(old.policies()).isEmpty());
    }
}
