package licet.registry.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The calendar as iCalendar (RFC 5545, RFC 7986). Nothing in it depends on when it is read, so that the same days are the
 * same bytes. Moments are in UTC, which every calendar shows in its own zone; whole days are days everywhere.
 */
final class IcsFeed {
    private static final String EVERY = "PT12H";

    private final String name;
    private final String home;
    private final List<Integer> alarms;

    /** @param home address of this installation, empty where none is configured @param alarms days before */
    IcsFeed(String name, String home, List<Integer> alarms) {
        this.name = name;
        this.home = home;
        this.alarms = List.copyOf(alarms);
    }

    String write(List<CalendarEvent> events) {
        var calendar = new net.fortuna.ical4j.model.Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Licet//Calendar 1//EN"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        ImmutableMethod.PUBLISH,
                        new Name(name),
                        new XProperty("X-WR-CALNAME", name),
                        // The library leaves out the type that RFC 7986 wants here.
                        new RefreshInterval(new ParameterList(List.<Parameter>of(Value.DURATION)), EVERY),
                        new XProperty("X-PUBLISHED-TTL", EVERY))),
                new ComponentList<CalendarComponent>(
                        events.stream().<CalendarComponent>map(this::event).toList()));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private VEvent event(CalendarEvent event) {
        var whole = new VEvent(false);
        // One id for ever, whatever this installation is called later.
        whole.add(new Uid(event.id() + "@licet"));
        whole.add(new DtStamp(event.changedAt()));
        whole.add(new LastModified(event.changedAt()));
        whole.add(new Sequence(event.sequence()));
        whole.add(new Summary(event.title()));
        days(event).forEach(whole::add);
        whole.add(status(event));
        whole.add(ImmutableTransp.TRANSPARENT);
        whole.add(new Categories(event.kind().word()));
        description(event).map(Description::new).ifPresent(whole::add);
        if (!home.isEmpty()) {
            whole.add(new Url(URI.create(home + event.path())));
        }
        if (event.kind().isAlarming() && !event.cancelled()) {
            whole.setComponentList(new ComponentList<>(
                    alarms.stream().map(days -> alarm(event, days)).toList()));
        }
        return whole;
    }

    /** The end of whole days is the first day after them; a moment needs none. */
    private static List<Property> days(CalendarEvent event) {
        return event.at()
                .map(moment -> List.<Property>of(new DtStart<>(moment)))
                .orElseGet(() -> List.of(
                        new DtStart<>(event.first()), new DtEnd<>(event.last().plusDays(1))));
    }

    private static Status status(CalendarEvent event) {
        if (event.cancelled()) {
            return ImmutableStatus.VEVENT_CANCELLED;
        }
        return event.certain() ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_TENTATIVE;
    }

    private Optional<String> description(CalendarEvent event) {
        var text = (event.certain() ? "" : CalendarText.get("tentative") + "\n")
                + (home.isEmpty() ? "" : CalendarText.get("more", home + event.path()));
        return Optional.of(text.strip()).filter(words -> !words.isEmpty());
    }

    private static VAlarm alarm(CalendarEvent event, int days) {
        var alarm = new VAlarm();
        alarm.add(new Trigger(new ParameterList(List.<Parameter>of(Related.START)), Duration.ofDays(-days)));
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(CalendarText.get("alarm", days, event.title())));
        return alarm;
    }
}
