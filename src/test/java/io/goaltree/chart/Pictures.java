package io.goaltree.chart;

import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.SegmentStart;
import io.goaltree.kpi.RangeInForce;
import io.goaltree.scoring.Band;
import io.goaltree.scoring.Direction;
import io.goaltree.scoring.HealthyRangeLimits;
import io.goaltree.time.Cadence;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures to draw, and what is to be found in them once they are drawn. */
final class Pictures {
    static final LocalDate FIRST = LocalDate.parse("2026-01-05");
    static final Size STANDARD = new Size(800, 400);

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2. */
    static final String[] NIST = {"49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"};

    private Pictures() {}

    /** One value a week, the first for the week of {@link #FIRST}; null is a missing one. */
    static List<Point> weekly(@Nullable String... values) {
        List<Point> points = new ArrayList<>();
        for (int week = 0; week < values.length; week++) {
            if (values[week] != null) {
                points.add(new Point(
                        Cadence.WEEKLY.periodContaining(FIRST.plusWeeks(week)), new BigDecimal(values[week])));
            }
        }
        return points;
    }

    static KpiPicture kpi(String name, List<Point> points, SegmentStart... starts) {
        return kpi(name, null, points, List.of(starts), Map.of());
    }

    /**
     * @param ranges from which day on which range holds; empty for none before
     */
    static KpiPicture kpi(
            String name,
            @Nullable String unit,
            List<Point> points,
            List<SegmentStart> starts,
            Map<LocalDate, HealthyRangeLimits> ranges) {
        TreeMap<LocalDate, HealthyRangeLimits> inForce = new TreeMap<>(ranges);
        Map<LocalDate, RangeInForce> byPeriod = new TreeMap<>();
        for (Point point : points) {
            LocalDate from = point.period().from();
            var entry = inForce.floorEntry(from);
            byPeriod.put(
                    from,
                    new RangeInForce(inForce.headMap(from, true).size(), entry == null ? null : entry.getValue()));
        }
        return new KpiPicture(
                name,
                unit,
                Cadence.WEEKLY,
                "HEALTHY",
                points,
                Behaviours.of(points, starts, 20, Direction.HIGHER_IS_BETTER, Cadence.WEEKLY),
                byPeriod);
    }

    static HealthyRangeLimits range(@Nullable String lower, @Nullable String upper) {
        return new HealthyRangeLimits(
                new Band(lower == null ? null : new BigDecimal(lower), upper == null ? null : new BigDecimal(upper)),
                BigDecimal.ZERO);
    }

    static Document read(byte[] svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    /** The elements of this name with this class among theirs, in a group of that class. */
    static List<Element> in(Document svg, String group, String name, String style) {
        NodeList all = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(element -> ((Element) element.getParentNode())
                        .getAttribute("class")
                        .equals(group))
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(style))
                .toList();
    }

    static List<String> texts(Document svg) {
        NodeList all = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", "text");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent())
                .toList();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
