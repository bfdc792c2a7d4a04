/** Pages about programs that are told by HTTP what happens here. */
@org.jspecify.annotations.NullMarked
package licet.web.delivery;
