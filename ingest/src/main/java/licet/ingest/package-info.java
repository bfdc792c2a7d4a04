@org.jspecify.annotations.NullMarked
package licet.ingest;
