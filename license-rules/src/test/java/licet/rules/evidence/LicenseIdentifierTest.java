package licet.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.rules.facts.Ids;
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
                    tag=creativeml-openrail-m                                 | weights       | unrecognized
                    tag=gemma                                                 | weights       | unrecognized gemma-terms-2025-03-24
                    tag=other name=deepseek                                   | weights       | identified deepseek-model-1.0 declared
                    tag=other name=Qwen                                       | weights       | unrecognized qwen-license-2024-09-19
                    tag=other name=qwen-research                              | weights       | identified qwen-research-2024-09-19 declared
                    tag=other name=modified-mit                               | weights       | unrecognized kimi-k2-modified-mit mistral-medium-3.5-modified-mit
                    tag=other name=Modified_MIT_License                       | weights       | unrecognized kimi-k2-modified-mit mistral-medium-3.5-modified-mit
                    tag=other name=my-own-terms                               | weights       | unrecognized
                    tag=mit name=deepseek                                     | weights       | conflicting deepseek-model-1.0 mit
                    tag=gpl-3.0 name=mit                                      | weights       | conflicting mit
                    link=LICENSE                                              | weights       | unrecognized
                    gguf=apache-2.0                                           | weights       | identified apache-2.0 declared
                    gguf=mit tag=apache-2.0                                   | weights       | conflicting apache-2.0 mit
                    LICENSE:mit                                               | weights       | identified mit file-text
                    LICENSE:mit                                               | documentation | identified mit file-text
                    LICENSE:mit tag=mit                                       | weights       | identified mit file-text
                    LICENSE:mit tag=other                                     | weights       | identified mit file-text
                    LICENSE:mit tag=other name=own-words                      | weights       | identified mit file-text
                    LICENSE:mit tag=apache-2.0                                | weights       | conflicting apache-2.0 mit
                    LICENSE:mit tag=creativeml-openrail-m                     | weights       | conflicting mit
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
            String value = word.substring(equals + 1);
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
            case Identification.Identified identified -> words.add(Ids.of(identified.basis()));
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
}
