package io.goaltree.edge.stream;

import io.goaltree.edge.operation.Answer;
import java.util.List;

/** How answers are put into words on one kind of connection; called on any thread. */
interface Form {
    /** An answer that more may follow. */
    String next(Answer answer);

    /** All there is to say to an operation with one answer, or of one that is refused or has failed. */
    List<String> only(Answer answer);

    /** That no more answers follow. */
    String complete();
}
