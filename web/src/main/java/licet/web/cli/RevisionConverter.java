package licet.web.cli;

import licet.ingest.hub.Revision;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A commit, branch or tag. */
final class RevisionConverter implements ITypeConverter<Revision> {
    @Override
    public Revision convert(String value) {
        try {
            return Revision.parse(value);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(Texts.get("revision-value", value));
        }
    }
}
