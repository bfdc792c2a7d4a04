/** The page of one model: the verdict, why, what to do, and the evidence it all stands on. */
@org.jspecify.annotations.NullMarked
package licet.web.model;
