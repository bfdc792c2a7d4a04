/** How people decide: requests for approval, their stages and votes, and what a decision lifts. */
@NullMarked
package licet.registry.approval;

import org.jspecify.annotations.NullMarked;
