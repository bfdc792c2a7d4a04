/** What is due on which day: a month, a list, a year, and addresses for calendars elsewhere. */
@NullMarked
package licet.web.calendar;

import org.jspecify.annotations.NullMarked;
