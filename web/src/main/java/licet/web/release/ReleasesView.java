package licet.web.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.release.FamilyLine;
import licet.registry.release.ImportResult;
import licet.web.layout.FormProblem;

/**
 * All families.
 *
 * @param newest when the last of its models was published, as exactly as it is known, by family
 * @param contradicted how many claims stand against the record or each other, by family
 * @param lately what happened in the last three months and what is to come
 */
public record ReleasesView(
        TimelineChart chart,
        List<FamilyLine> families,
        Map<String, String> newest,
        Map<String, Long> contradicted,
        List<Line> lately) {
    public ReleasesView {
        families = List.copyOf(families);
        newest = Map.copyOf(newest);
        contradicted = Map.copyOf(contradicted);
        lately = List.copyOf(lately);
    }

    public Optional<String> newestOf(String family) {
        return Optional.ofNullable(newest.get(family));
    }

    public long contradictedIn(String family) {
        return contradicted.getOrDefault(family, 0L);
    }

    /**
     * One event as a person reads it.
     *
     * @param what it is about: a model, or the name of the family
     * @param href page of what it is about, where there is one
     * @param when the day, or as exactly as it is known
     * @param entry id, where the reader may change it
     */
    public record Line(
            String kind,
            String what,
            Optional<String> href,
            String family,
            LocalDate first,
            String when,
            boolean certain,
            boolean ahead,
            String basis,
            Optional<String> source,
            Optional<String> successor,
            Optional<String> note,
            Optional<Entry> entry) {}

    public record Entry(String id, int version) {}

    /**
     * One family.
     *
     * @param years its events, the newest year first
     * @param form what was typed and is to be mended; empty fields otherwise
     * @param imported what an import just did, or would do
     */
    public record Family(
            String key,
            String name,
            boolean known,
            TimelineChart chart,
            List<Year> years,
            List<Claim> claims,
            Optional<Form> form,
            Optional<ImportResult> imported) {
        public Family {
            years = List.copyOf(years);
            claims = List.copyOf(claims);
        }

        Family with(ImportResult result) {
            return new Family(key, name, known, chart, years, claims, form, Optional.of(result));
        }

        public long contradicted() {
            return claims.stream().filter(Claim::contradicted).count();
        }
    }

    public record Year(int year, List<Line> lines) {
        public Year {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What somebody says.
     *
     * @param outcome word of how it stands beside the record
     * @param mine id, where the reader may withdraw it
     */
    public record Claim(
            String id,
            String about,
            String statement,
            String source,
            String outcome,
            boolean contradicted,
            List<Point> points,
            List<String> against,
            Optional<String> mine) {
        public Claim {
            points = List.copyOf(points);
            against = List.copyOf(against);
        }
    }

    /** @param says what is claimed, in words @param shown what is on record */
    public record Point(String kind, String says, String outcome, List<Shown> shown) {
        public Point {
            shown = List.copyOf(shown);
        }
    }

    public record Shown(String model, String value, boolean stated) {}

    /** For those who may enter something. */
    public record Form(String token, Map<String, String> fields, List<FormProblem> problems, List<String> kinds) {
        public Form {
            fields = Map.copyOf(fields);
            problems = List.copyOf(problems);
            kinds = List.copyOf(kinds);
        }

        public String value(String field) {
            return fields.getOrDefault(field, "");
        }

        public Optional<String> problem(String field) {
            return problems.stream()
                    .filter(problem -> problem.field().equals(field))
                    .map(FormProblem::text)
                    .findFirst();
        }
    }
}
