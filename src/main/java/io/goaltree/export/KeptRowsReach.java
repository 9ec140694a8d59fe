package io.goaltree.export;

import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import java.util.Set;

/**
 * What is kept for those who read by SQL, of whom nobody knows who they are.
 *
 * @param isPrivate whether that is everything; else what is PUBLIC
 */
public record KeptRowsReach(boolean isPrivate) {

    Who reader() {
        return isPrivate
                ? Who.SERVICE
                : new Who(Who.Kind.SERVICE, "bi_v1", "bi_v1", Set.of(Right.READ), Reach.NOWHERE, null, null);
    }
}
