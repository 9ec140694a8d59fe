package io.goaltree.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours on one background. After Okabe and Ito, so that they differ for the colour-blind, too; whatever a colour says,
 * a shape or a dash says as well.
 *
 * @param ink of what is read first
 * @param muted of other text
 * @param other lines that stand behind the main one, by their numbers
 */
record Palette(
        String paper,
        String ink,
        String muted,
        String grid,
        String range,
        String course,
        String improving,
        String worsening,
        String neutral,
        String[] other) {
    static final Palette LIGHT = new Palette(
            "#ffffff",
            "#1f2328",
            "#57606a",
            "#e3e6ea",
            "#d9f0e8",
            "#0072b2",
            "#007d5a",
            "#c24e00",
            "#a8467f",
            new String[] {"#b35900", "#8f5f00", "#007d5a", "#a8467f", "#57606a"});

    static final Palette DARK = new Palette(
            "#0d1117",
            "#e6edf3",
            "#a9b3be",
            "#2a313a",
            "#0f3a2f",
            "#56b4e9",
            "#2fd0a5",
            "#ff9d5c",
            "#e3a0c6",
            new String[] {"#e69f00", "#f0e442", "#2fd0a5", "#e3a0c6", "#a9b3be"});

    /** As rules below an element of the class {@code goaltree-chart}: in a page that takes the SVG in, they touch nothing else. */
    String rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(".paper", "fill:" + paper);
        rules.put("text", "fill:" + muted);
        rules.put("text.strong", "fill:" + ink);
        rules.put(".grid", "stroke:" + grid);
        rules.put(".axis", "stroke:" + muted);
        rules.put(".range", "fill:" + range);
        rules.put(".centre,.goaltree-chart .limit,.goaltree-chart .start", "stroke:" + muted);
        rules.put(".course", "stroke:" + course);
        rules.put(".value", "fill:" + course + ";stroke:" + paper);
        rules.put(".today", "stroke:" + ink);
        rules.put(".expected", "stroke:" + muted);
        rules.put(".score", "fill:" + ink + ";stroke:" + paper);
        rules.put(".improving", "fill:" + improving + ";stroke:" + ink);
        rules.put(".worsening", "fill:" + worsening + ";stroke:" + ink);
        rules.put(".neutral", "fill:" + neutral + ";stroke:" + ink);
        for (int i = 0; i < other.length; i++) {
            rules.put(".other" + (i + 1), "stroke:" + other[i]);
        }
        StringBuilder css = new StringBuilder();
        rules.forEach((selector, rule) -> css.append(".goaltree-chart ")
                .append(selector)
                .append('{')
                .append(rule)
                .append('}'));
        return css.toString();
    }
}
