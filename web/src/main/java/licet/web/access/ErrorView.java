package licet.web.access;

import java.util.List;

/** @param mends what to do instead, where that is known */
public record ErrorView(int status, String title, String detail, List<String> mends) {
    public ErrorView {
        mends = List.copyOf(mends);
    }
}
