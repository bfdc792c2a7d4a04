/** Stylesheet, fonts and icon under names that change with their content. */
@org.jspecify.annotations.NullMarked
package licet.web.assets;
