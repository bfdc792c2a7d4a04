package licet.web.access;

/** @param to the path of this site to go on to */
public record SignedInView(String to) {}
