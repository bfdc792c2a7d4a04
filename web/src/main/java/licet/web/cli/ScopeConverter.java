package licet.web.cli;

import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Scope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word that a person types; picocli's own conversion would name the constants of Java. */
final class ScopeConverter implements ITypeConverter<Scope> {
    @Override
    public Scope convert(String word) {
        return ClosedChoice.find(Scope.class, word)
                .orElseThrow(() ->
                        new TypeConversionException(Texts.get("scope-value", ClosedChoice.words(Scope.class), word)));
    }
}
