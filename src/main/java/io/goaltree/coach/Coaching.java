package io.goaltree.coach;

import java.util.List;

/** Looks for one thing that a coach would remark upon. Knows nothing but the picture and its own limits. */
interface Coaching {
    FindingCode code();

    List<Found> look(Picture picture);
}
