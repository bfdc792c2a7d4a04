package licet.web.dashboard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.dashboard.Outlook;
import licet.registry.stack.Renewals;
import licet.web.layout.Bar;
import licet.web.layout.Texts;

/** Puts the outlook into words and pictures. */
@Singleton
final class OutlookPart {
    private static final int STEP = 60;
    private static final int HEIGHT = 110;
    private static final int TOP = 22;
    private static final int HUNDRED = 100;

    private final Texts texts;

    OutlookPart(Texts texts) {
        this.texts = texts;
    }

    OutlookView of(Outlook outlook) {
        return new OutlookView(
                outlook, kinds(outlook), columns(outlook), rate(outlook.renewal()), whole(outlook.renewal()));
    }

    private List<Bar> kinds(Outlook outlook) {
        long greatest = outlook.happened().stream()
                .mapToLong(Outlook.Happened::events)
                .max()
                .orElse(0);
        return outlook.happened().stream()
                .map(one -> new Bar(
                        texts.get("calendar.kind." + one.kind().word()),
                        Optional.empty(),
                        Optional.empty(),
                        one.events(),
                        texts.get("dashboard.percent", HUNDRED * one.events() / Math.max(1, outlook.events())),
                        Bar.single(one.events(), greatest, "plain")))
                .toList();
    }

    private static List<OutlookView.Column> columns(Outlook outlook) {
        long greatest =
                outlook.weeks().stream().mapToLong(Outlook.Week::events).max().orElse(0);
        var all = new ArrayList<OutlookView.Column>();
        for (var week : outlook.weeks()) {
            int height = greatest == 0 ? 0 : (int) (HEIGHT * week.events() / greatest);
            all.add(new OutlookView.Column(week, all.size() * STEP, TOP + HEIGHT - height, height));
        }
        return all;
    }

    private String rate(Renewals.Rate renewal) {
        return renewal.rate()
                .map(share -> texts.get("renewals.percent", Math.round(HUNDRED * share)))
                .orElse(texts.get("renewals.nothing"));
    }

    private static List<Bar.Part> whole(Renewals.Rate renewal) {
        return Bar.stacked(
                List.of(renewal.renewed(), renewal.replaced(), renewal.retired()), List.of("plain", "needs", "deny"));
    }
}
