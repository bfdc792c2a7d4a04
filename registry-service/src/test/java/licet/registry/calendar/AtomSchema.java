package licet.registry.calendar;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Holds a feed against {@code atom.rnc}. */
final class AtomSchema {
    private AtomSchema() {}

    /** What is wrong with it, by line. */
    static List<String> problems(String feed) throws Exception {
        var all = new ArrayList<String>();
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandler() {
            @Override
            public void warning(SAXParseException problem) {
                all.add(problem.getLineNumber() + ": " + problem.getMessage());
            }

            @Override
            public void error(SAXParseException problem) {
                warning(problem);
            }

            @Override
            public void fatalError(SAXParseException problem) {
                warning(problem);
            }
        });
        var driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try (var schema = Objects.requireNonNull(AtomSchema.class.getResourceAsStream("atom.rnc"))) {
            if (!driver.loadSchema(new InputSource(schema))) {
                throw new IllegalStateException("the schema itself: " + all);
            }
        }
        driver.validate(new InputSource(new StringReader(feed)));
        return all;
    }
}
