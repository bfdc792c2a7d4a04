package licet.registry.calendar;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The calendar as news, what changed last at the top: Atom, RFC 4287. */
final class AtomFeed {
    private static final int MOST = 100;

    private final Feed feed;
    private final String name;
    private final String home;

    /** @param home address of this installation, empty where none is configured */
    AtomFeed(Feed feed, String name, String home) {
        this.feed = feed;
        this.name = name;
        this.home = home;
    }

    String write(List<CalendarEvent> events) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "id", "urn:uuid:" + feed.id());
            element(xml, "title", name);
            element(xml, "updated", updated(events).toString());
            xml.writeStartElement("author");
            element(xml, "name", "Licet");
            xml.writeEndElement();
            link(xml, "/calendar");
            for (var event : newest(events)) {
                entry(xml, event);
            }
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static List<CalendarEvent> newest(List<CalendarEvent> events) {
        return events.stream()
                .filter(event -> !event.cancelled())
                .sorted((one, other) -> other.changedAt().compareTo(one.changedAt()))
                .limit(MOST)
                .toList();
    }

    /** Nothing changed before there was a feed. */
    private Instant updated(List<CalendarEvent> events) {
        return events.stream()
                .map(CalendarEvent::changedAt)
                .max(Instant::compareTo)
                .orElse(feed.madeAt());
    }

    private void entry(XMLStreamWriter xml, CalendarEvent event) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + event.id());
        element(xml, "title", event.title());
        element(xml, "updated", event.changedAt().toString());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", event.kind().word());
        link(xml, event.path());
        element(xml, "summary", when(event));
        xml.writeEndElement();
    }

    private static String when(CalendarEvent event) {
        String days = event.at()
                .map(Instant::toString)
                .orElseGet(() -> event.first().equals(event.last())
                        ? event.first().toString()
                        : event.first() + "/" + event.last());
        return days + (event.certain() ? "" : ". " + CalendarText.get("tentative"));
    }

    /** An entry has a link or content; without an address of ours it has the summary alone, which readers take. */
    private void link(XMLStreamWriter xml, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute(
                "href", Optional.of(home).filter(text -> !text.isEmpty()).orElse("") + path);
    }

    /** Characters that XML has no place for are left out. */
    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
