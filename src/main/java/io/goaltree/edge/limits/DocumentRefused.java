package io.goaltree.edge.limits;

import java.util.List;

/** A request that is refused before anything is executed. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Refusal> refusals;

    public DocumentRefused(List<Refusal> refusals) {
        super(refusals.get(0).message(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    public DocumentRefused(RequestCode code, String message) {
        this(List.of(new Refusal(code, message)));
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public RequestCode code() {
        return refusals.get(0).code();
    }
}
