/** What is due on which day, gathered from every feature that knows of something, for people and their calendars. */
@NullMarked
package licet.registry.calendar;

import org.jspecify.annotations.NullMarked;
