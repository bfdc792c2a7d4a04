/** People, teams, tokens and the own account. */
@org.jspecify.annotations.NullMarked
package licet.web.people;
