package licet.web.check;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For CI systems, which show it beside the tests: what is denied or needs more is a failure. */
final class JUnitReport {
    private JUnitReport() {}

    static String write(Report report) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            suite(xml, report);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text takes everything", impossible);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "licet " + report.deployment());
        attribute(xml, "tests", Integer.toString(report.all().size()));
        attribute(xml, "failures", Long.toString(report.count(Outcome.DENIED) + report.count(Outcome.NEEDS)));
        attribute(xml, "errors", Long.toString(report.count(Outcome.FAILED)));
        attribute(xml, "skipped", "0");
        attribute(xml, "time", "0");
        for (var checked : report.all()) {
            test(xml, report, checked);
        }
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, Report report, Checked checked) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(
                xml,
                "name",
                checked.reference().text()
                        + checked.reference().place().map(at -> " (" + at + ")").orElse(""));
        attribute(xml, "classname", "licet." + report.deployment());
        attribute(xml, "time", "0");
        switch (checked.outcome()) {
            case PERMITTED -> {}
            case DENIED, NEEDS -> fault(xml, "failure", checked);
            case FAILED -> fault(xml, "error", checked);
        }
        xml.writeEndElement();
    }

    private static void fault(XMLStreamWriter xml, String element, Checked checked) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "type", checked.outcome().word());
        attribute(xml, "message", checked.sentence());
        xml.writeCharacters(writable(String.join("\n", MarkdownReport.reasons(checked))));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String writable(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
