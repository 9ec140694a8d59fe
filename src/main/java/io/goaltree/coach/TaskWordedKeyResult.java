package io.goaltree.coach;

import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.wording.TaskWording;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A key result that says what is done, not what changes by it. */
@Singleton
final class TaskWordedKeyResult implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.TASK_WORDED_KEY_RESULT;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KeyResultRow keyResult : picture.keyResults()) {
            TaskWording.verb(keyResult.title())
                    .ifPresent(verb -> found.add(Found.of(
                            code(),
                            Subject.of(keyResult),
                            "The title begins with '" + verb
                                    + "', which is a task; a key result says what will have changed when it is done",
                            Evidence.of("verb", verb))));
        }
        return found;
    }
}
