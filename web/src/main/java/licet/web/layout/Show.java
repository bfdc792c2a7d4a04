package licet.web.layout;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import licet.rules.release.ReleaseDate;

/** Figures, dates and hashes the way every page writes them. Templates call it {@code show}. */
public final class Show {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Texts.LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Texts.LOCALE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Texts.LOCALE).withZone(ZoneOffset.UTC);
    private static final int SHORT_HASH = 12;
    private static final int LONGEST_SECTION_NUMBER = 12;
    private static final double THOUSAND = 1000;

    private final Texts texts;

    public Show(Texts texts) {
        this.texts = texts;
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A month stays a month. */
    public String day(ReleaseDate date) {
        return date.isDay() ? day(date.first()) : MONTH.format(date.first());
    }

    /** The day of a moment, in UTC. */
    public String dayOf(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** The beginning of a hash; the page keeps the whole one beside it. */
    public String hash(String hash) {
        return hash.length() <= SHORT_HASH ? hash : hash.substring(0, SHORT_HASH);
    }

    /** As model makers write it: {@code 70.6B}, {@code 560M}. */
    public String parameters(long count) {
        if (count >= 1_000_000_000_000L) {
            return scaled(count / 1e12) + "T";
        }
        return count >= 1_000_000_000L ? scaled(count / 1e9) + "B" : scaled(count / 1e6) + "M";
    }

    public String bytes(long count) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        double rest = count;
        int unit = 0;
        while (rest >= THOUSAND && unit < units.length - 1) {
            rest /= THOUSAND;
            unit++;
        }
        return (unit == 0 ? Long.toString(count) : scaled(rest)) + " " + units[unit];
    }

    /** Sections that the text counts get their sign; words such as {@code head} stand for themselves. */
    public String section(String section) {
        var counted =
                section.length() <= LONGEST_SECTION_NUMBER && section.chars().anyMatch(Character::isDigit);
        return texts.get(counted ? "cite.section" : "cite.place", section);
    }

    public String number(long count) {
        return NumberFormat.getIntegerInstance(Texts.LOCALE).format(count);
    }

    /** A word of a closed list, for example {@code answer} and {@code ALLOW}. */
    public String word(String list, Object choice) {
        return texts.get(list + "." + choice);
    }

    /** For class names and ids of the stylesheet. */
    public String style(Object choice) {
        return choice.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String scaled(double value) {
        var format = NumberFormat.getNumberInstance(Texts.LOCALE);
        format.setMaximumFractionDigits(value < 100 ? 1 : 0);
        return format.format(value);
    }
}
