package io.goaltree.tree;

import io.goaltree.scoring.ProgressStatus;
import io.goaltree.scoring.Score;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where an objective or a key result stands, unrounded.
 *
 * @param expected the share of the cycle that has passed; null where there is no pace to keep (HOLD)
 * @param earned HOLD only: the share of the whole cycle's periods that is won already
 */
record Standing(
        Score score,
        @Nullable BigDecimal expected,
        ProgressStatus status,
        @Nullable BigDecimal earned) {}
