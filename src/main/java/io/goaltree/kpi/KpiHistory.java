package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Point;
import java.util.List;

/** The values of a KPI in the order of their periods, and what they say. */
public record KpiHistory(List<Point> values, Behaviour behaviour) {}
