/** Deployments and the organization: their facts in plain words, how they came to be, and forms that change them. */
@NullMarked
package licet.web.fact;

import org.jspecify.annotations.NullMarked;
