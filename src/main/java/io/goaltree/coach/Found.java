package io.goaltree.coach;

import java.util.List;

/** A finding before its subject is loaded. */
record Found(FindingCode code, Subject subject, String message, List<Evidence> evidence) {

    static Found of(FindingCode code, Subject subject, String message, Evidence... evidence) {
        return new Found(code, subject, message, List.of(evidence));
    }
}
