@org.jspecify.annotations.NullMarked
package licet.rules.release;
