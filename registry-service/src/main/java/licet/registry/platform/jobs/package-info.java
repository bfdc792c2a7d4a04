/** Jobs that instances share through the database. */
@org.jspecify.annotations.NullMarked
package licet.registry.platform.jobs;
