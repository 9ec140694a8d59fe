package io.goaltree.coach;

/**
 * From when on something is remarked upon.
 *
 * @param mostObjectives of a team in a cycle
 * @param fewestKeyResults of an objective
 * @param mostKeyResults of an objective
 * @param fewestKpis of a team
 * @param mostKpis of a team
 * @param mostDefinitions of a KPI that were recorded within {@code definitionDays}
 * @param mostGaps objectives that a team opened from KPIs in a cycle
 */
public record FindingLimits(
        int mostObjectives,
        int fewestKeyResults,
        int mostKeyResults,
        int fewestKpis,
        int mostKpis,
        int mostDefinitions,
        int definitionDays,
        int mostGaps) {
    public FindingLimits {
        if (mostObjectives < 0 || fewestKeyResults < 0 || fewestKpis < 0 || mostDefinitions < 0 || mostGaps < 0) {
            throw new IllegalArgumentException("A limit of findings is below 0");
        }
        refuseCrossed("key results", fewestKeyResults, mostKeyResults);
        refuseCrossed("KPIs", fewestKpis, mostKpis);
        if (definitionDays < 1) {
            throw new IllegalArgumentException(
                    "goaltree.findings.definition-days is " + definitionDays + "; it must be at least 1");
        }
    }

    private static void refuseCrossed(String what, int fewest, int most) {
        if (fewest > most) {
            throw new IllegalArgumentException(
                    "The fewest " + what + " are " + fewest + "; they must not be more than the most, " + most);
        }
    }
}
