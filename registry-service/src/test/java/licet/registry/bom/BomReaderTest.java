package licet.registry.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as other tools write them, and what models each names. */
class BomReaderTest {
    private static final String SHA = "559062ad13d311b87b2c455e67dcd5f1c8f65111";
    private static final String HASH = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'machine-learning-model','name':'x','purl':'pkg:huggingface/Qwen/QwQ-32B@" + SHA
                        + "'} | Qwen/QwQ-32B@" + SHA,
                "{'type':'library','name':'x','purl':'pkg:huggingface/Qwen/QwQ-32B'} | Qwen/QwQ-32B",
                "{'type':'machine-learning-model','group':'Qwen','name':'QwQ-32B','version':'" + SHA
                        + "'} | Qwen/QwQ-32B@" + SHA,
                "{'type':'machine-learning-model','name':'Qwen/QwQ-32B','version':'1.0'} | Qwen/QwQ-32B",
                "{'type':'machine-learning-model','name':'ours','hashes':[{'alg':'MD5','content':'b'},{'alg':'SHA-256','content':'"
                        + HASH + "'}]} | sha256:" + HASH,
                "{'type':'machine-learning-model','name':'ours'} | nothing:ours",
                "{'type':'library','name':'torch','purl':'pkg:pypi/torch@2'} | ``",
                "{'type':'application','name':'a','components':[{'type':'machine-learning-model','name':'a/b'}]} | a/b",
                "{'type':'machine-learning-model','name':'x','purl':'pkg:huggingface/../../etc'} | nothing:x",
                "{'type':'machine-learning-model','name':7,'purl':{}} | nothing:7"
            })
    void cycloneDx(String component, String model) throws BomReader.Unreadable {
        assertThat(read("{'bomFormat':'CycloneDX','specVersion':'1.6','components':[" + component + "]}"))
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'spdxVersion':'SPDX-2.3','packages':[{'name':'m','externalRefs':[{'referenceType':'purl','referenceLocator':'pkg:huggingface/Qwen/QwQ-32B'}]}]} | Qwen/QwQ-32B",
                "{'spdxVersion':'SPDX-2.3','packages':[{'name':'m','downloadLocation':'https://huggingface.co/Qwen/QwQ-32B'}]} | Qwen/QwQ-32B",
                "{'spdxVersion':'SPDX-2.3','packages':[{'name':'torch'}]} | ``",
                "{'@graph':[{'type':'ai_AIPackage','name':'m','software_packageUrl':'pkg:huggingface/Qwen/QwQ-32B@"
                        + SHA + "'}]} | Qwen/QwQ-32B@" + SHA,
                "{'@graph':[{'type':'ai_AIPackage','name':'m','verifiedUsing':[{'algorithm':'sha256','hashValue':'"
                        + HASH + "'}]}]} | sha256:" + HASH,
                "{'@graph':[{'type':'ai_AIPackage','name':'m'},{'type':'software_Package','name':'torch'}]} | nothing:m"
            })
    void spdx(String document, String model) throws BomReader.Unreadable {
        assertThat(read(document)).isEqualTo(model);
    }

    private static String read(String document) throws BomReader.Unreadable {
        return BomReader.read(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).entries().stream()
                .map(entry -> switch (entry.named()) {
                    case Bom.Named.Model(var reference) -> reference;
                    case Bom.Named.File(var sha256) -> "sha256:" + sha256;
                    case Bom.Named.Nothing _ -> "nothing:" + entry.label();
                })
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "<bom/>",
                "{\"bomFormat\":\"Other\"}",
                "{\"bomFormat\":\"CycloneDX\"} x",
                "{\"a\":NaN}"
            })
    void whatIsNoDocumentSaysWhy(String text) {
        assertThatThrownBy(() -> BomReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .as(text)
                .isInstanceOf(BomReader.Unreadable.class)
                .hasMessageContaining("is ");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 100_000})
    void depthIsRefused(int depth) {
        var deep = "{\"bomFormat\":\"CycloneDX\",\"components\":" + "[{\"components\":".repeat(depth) + "[]"
                + "}]".repeat(depth) + "}";
        assertThatThrownBy(() -> BomReader.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BomReader.Unreadable.class);
    }
}
