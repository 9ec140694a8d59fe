package io.goaltree.live;

/** What a change in a goal tree is about. */
public enum GoalSubject {
    CYCLE,
    OBJECTIVE,
    KEY_RESULT
}
