package licet.web.cli;

import licet.ingest.hub.RepoId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a model. */
final class RepoIdConverter implements ITypeConverter<RepoId> {
    @Override
    public RepoId convert(String value) {
        return RepoId.find(value).orElseThrow(() -> new TypeConversionException(Texts.get("model-value", value)));
    }
}
