/** The catalog page: search, filters and one verdict per model and deployment. */
@org.jspecify.annotations.NullMarked
package licet.web.catalog;
