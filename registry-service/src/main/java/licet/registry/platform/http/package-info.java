/** The door: who may pass, what is refused and how, and the headers of every answer. */
@org.jspecify.annotations.NullMarked
package licet.registry.platform.http;
