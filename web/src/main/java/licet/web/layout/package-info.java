/** What every page shares: frame, words, figures and the way a template becomes HTML. */
@org.jspecify.annotations.NullMarked
package licet.web.layout;
