/** The page that shows the parts of the design side by side. */
@org.jspecify.annotations.NullMarked
package licet.web.design;
