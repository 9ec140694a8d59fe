package io.goaltree.chart;

import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalRule;
import java.util.TreeMap;

/** Says what the lines and shapes of a process-behaviour chart mean: those that are to be seen. */
final class KpiLegend {
    private KpiLegend() {}

    static void draw(Drawing drawing, Frame frame, KpiPicture kpi, boolean isShaded) {
        Legend legend = new Legend(drawing, frame);
        TreeMap<SignalRule, Signal> rules = new TreeMap<>();
        kpi.marks().forEach(signal -> rules.putIfAbsent(signal.rule(), signal));
        rules.forEach((rule, signal) -> legend.entry(
                SignalMark.words(rule),
                (x, y) -> drawing.path(SignalMark.style(signal.direction()), SignalMark.shape(rule, x + 10, y), null)));
        if (kpi.segments().stream().anyMatch(segment -> segment.limits() != null)) {
            legend.entry("Centre", (x, y) -> drawing.line("centre", x, y, x + 18, y, null));
            legend.entry("Natural limit", (x, y) -> drawing.line("limit", x, y, x + 18, y, null));
        }
        if (isShaded) {
            legend.entry("Healthy", (x, y) -> drawing.rectangle("range", x, y - 5, 18, 10, null));
        }
    }
}
