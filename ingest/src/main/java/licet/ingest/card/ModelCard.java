package licet.ingest.card;

import java.util.List;

/**
 * A card as read.
 *
 * @param bodyLine the line of the file on which the body begins, counted from 1
 */
public record ModelCard(FrontMatter frontMatter, List<CardProblem> problems, String body, int bodyLine) {
    public ModelCard {
        problems = List.copyOf(problems);
    }
}
