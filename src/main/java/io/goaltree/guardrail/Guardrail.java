package io.goaltree.guardrail;

import io.goaltree.kpi.Kpi;
import io.goaltree.scoring.GuardrailState;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;

/** A KPI that guards an objective, and how it stands: now, or as it stood when the cycle was closed. */
@DefaultNonNull
public record Guardrail(
        Kpi kpi, GuardrailState state, @Nullable LocalDate breachedSince) {}
