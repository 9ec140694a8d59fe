package io.goaltree.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The rows behind the views, which no test has kept unless it asks for it. */
@ApplicationScoped
public class KeptRows {
    @Inject
    KeptCycleService kept;

    /** Brings the rows of a cycle up to date, as the service does a pause after it was touched. */
    public void refresh(String cycle) {
        assertThat(kept.refresh(Ids.uuid(Kind.CYCLE, cycle))).isTrue();
    }
}
