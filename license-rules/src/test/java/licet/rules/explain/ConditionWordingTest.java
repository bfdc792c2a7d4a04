package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.SourceText;
import licet.rules.facts.Ids;
import licet.rules.policy.Asked;
import licet.rules.policy.ConditionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionWordingTest {
    private static final ConditionReader READER = new ConditionReader(Knowledge.load(false));
    private static final ConditionWording WORDING = new ConditionWording(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            model.scan == "flagged"#The model’s scan is “flagged”
            model.scan != "clean"#The model’s scan is not “clean”
            !(model.scan == "clean")#The model’s scan is not “clean”
            deployment.commercial#The deployment’s commercial is true
            !deployment.commercial#Not: the deployment’s commercial is true
            "mit" in model.licenses#“mit” is among the model’s licenses
            model.size in ["up-to-4b", "unknown"]#The model’s size is among “up-to-4b”, “unknown”
            deployment.serving_region in region("EEA")#The deployment’s serving region lies in the region EEA
            !(deployment.serving_region in region("EEA"))#The deployment’s serving region does not lie in the region EEA
            model.formats.size() > 1#The number of the model’s formats is more than 1
            model.licenses.exists(l, l == "mit")#For at least one of the model’s licenses: it is “mit”
            model.licenses.all(l, l == "mit")#For every one of the model’s licenses: it is “mit”
            model.licenses.exists_one(l, l == "mit")#For exactly one of the model’s licenses: it is “mit”
            model.licenses.filter(l, l == "mit").size() > 1#The number of those of the model’s licenses for which it is “mit” is more than 1
            model.licenses.exists(l, l.startsWith("m"))#For at least one of the model’s licenses: it begins with “m”
            olderThan(organization.users_as_of, 92)#The organization’s users as of is more than 92 days old
            model.scan == "clean" && (deployment.commercial || deployment.high_risk)#The model’s scan is “clean”, and (the deployment’s commercial is true, or the deployment’s high risk is true)
            """)
    void says_what_a_condition_asks(String condition, String words) {
        assertThat(READER.read(SourceText.of(condition)).map(WORDING::sentence)).contains(words);
    }

    @Test
    void a_condition_that_is_refused_has_no_words() {
        assertThat(READER.read(SourceText.of("model.nothing == 'x'"))).isEmpty();
    }

    @Test
    void the_bundle_holds_what_can_be_said_and_no_more() {
        var asked = new TreeSet<String>();
        Stream.of(
                        Arrays.stream(Asked.Operator.values())
                                .map(Ids::of)
                                .flatMap(word -> Stream.of("is." + word, "not." + word)),
                        Arrays.stream(Asked.Quantifier.values()).map(one -> "items." + Ids.of(one)),
                        Stream.of("model", "deployment", "organization").map(one -> "fact." + one),
                        Stream.of("is.in-region", "not.in-region", "is.true", "not", "and", "or", "bracketed"),
                        Stream.of("item", "text", "comma", "region", "count", "those", "choice", "older-than"))
                .flatMap(keys -> keys)
                .forEach(asked::add);
        assertThat(ResourceBundle.getBundle("licet.messages.policies").keySet())
                .containsExactlyInAnyOrderElementsOf(asked);
    }
}
