package io.goaltree.checkin;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("CheckInRecordInput")
@NullUnmarked
public class CheckInRecordInput {
    @Id
    @NonNull
    public String keyResult;

    public BigDecimal value;

    public Instant measuredAt;

    public Double confidence;

    public String note;
}
