/** The schema as one file that reviewers read. */
package licet.registry.schema;
