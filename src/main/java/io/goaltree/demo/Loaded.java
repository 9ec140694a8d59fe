package io.goaltree.demo;

/** What was loaded. */
public record Loaded(int teams, int people, int cycles, Goals goals, Gauges gauges) {

    /** How many of each kind of goal. */
    public record Goals(int objectives, int keyResults, int checkIns) {
        Goals and(Goals more) {
            return new Goals(objectives + more.objectives, keyResults + more.keyResults, checkIns + more.checkIns);
        }
    }

    /** How many KPIs and values of them. */
    public record Gauges(int kpis, int values) {}

    @Override
    public String toString() {
        return teams + " teams, " + people + " people, " + cycles + " cycles, " + goals.objectives() + " objectives, "
                + goals.keyResults() + " key results, " + goals.checkIns() + " check-ins, " + gauges.kpis()
                + " KPIs with " + gauges.values() + " values";
    }
}
