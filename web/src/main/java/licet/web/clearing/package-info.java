@org.jspecify.annotations.NullMarked
package licet.web.clearing;
