package io.goaltree.edge.limits;

import java.util.List;

/** A document, or an operation of it, that is not executed. Expected, and so without a stack trace. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Refusal> refusals;

    public DocumentRefused(List<Refusal> refusals) {
        super(refusals.get(0).message(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    DocumentRefused(Refusal refusal) {
        this(List.of(refusal));
    }

    public DocumentRefused(RequestCode code, String message) {
        this(new Refusal(code, message, List.of()));
    }

    /** Of the first refusal. */
    public RequestCode code() {
        return refusals.get(0).code();
    }

    /** At least one. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
