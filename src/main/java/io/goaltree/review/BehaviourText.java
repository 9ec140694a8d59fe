package io.goaltree.review;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.SignalRule;
import io.goaltree.behaviour.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A behaviour as the text that a review keeps: JSON, so that it may grow; numbers as strings, so that they stay exact. */
final class BehaviourText {
    private BehaviourText() {}

    static String write(Behaviour behaviour) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject().write("verdict", behaviour.verdict().name());
            write(json, "since", behaviour.since());
            write(json, "direction", behaviour.direction());
            write(json, "proposedRebase", behaviour.proposedRebase());
            json.writeStartArray("segments");
            behaviour.segments().forEach(segment -> write(json, segment));
            json.writeEnd().writeStartArray("signals");
            behaviour.signals().forEach(signal -> write(json, signal));
            json.writeEnd().writeEnd();
        }
        return text.toString();
    }

    static Behaviour read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            String direction = json.getString("direction", null);
            return new Behaviour(
                    Verdict.valueOf(json.getString("verdict")),
                    date(json, "since"),
                    direction == null ? null : SignalDirection.valueOf(direction),
                    json.getJsonArray("segments").getValuesAs(BehaviourText::segment),
                    json.getJsonArray("signals").getValuesAs(BehaviourText::signal),
                    date(json, "proposedRebase"));
        }
    }

    private static void write(JsonGenerator json, Segment segment) {
        json.writeStartObject()
                .write("from", segment.from().toString())
                .write("to", segment.to().toString())
                .write("count", segment.count())
                .write("reason", segment.reason());
        Limits limits = segment.limits();
        if (limits != null) {
            json.writeStartObject("limits")
                    .write("mean", limits.mean().toString())
                    .write("meanMovingRange", limits.meanMovingRange().toString())
                    .write("lower", limits.lower().toString())
                    .write("upper", limits.upper().toString())
                    .write("upperRange", limits.upperRange().toString())
                    .write("sigma", limits.sigma().toString())
                    .writeEnd();
        }
        json.writeEnd();
    }

    private static void write(JsonGenerator json, Signal signal) {
        json.writeStartObject()
                .write("rule", signal.rule().name())
                .write("from", signal.from().toString())
                .write("to", signal.to().toString())
                .write("direction", signal.direction().name())
                .writeEnd();
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        if (value != null) {
            json.write(name, value.toString());
        }
    }

    private static Segment segment(JsonObject json) {
        JsonObject limits = json.getJsonObject("limits");
        return new Segment(
                LocalDate.parse(json.getString("from")),
                LocalDate.parse(json.getString("to")),
                json.getInt("count"),
                limits == null ? null : limits(limits),
                json.getString("reason"));
    }

    private static Limits limits(JsonObject json) {
        return new Limits(
                decimal(json, "mean"),
                decimal(json, "meanMovingRange"),
                decimal(json, "lower"),
                decimal(json, "upper"),
                decimal(json, "upperRange"),
                decimal(json, "sigma"));
    }

    private static Signal signal(JsonObject json) {
        return new Signal(
                SignalRule.valueOf(json.getString("rule")),
                LocalDate.parse(json.getString("from")),
                LocalDate.parse(json.getString("to")),
                SignalDirection.valueOf(json.getString("direction")));
    }

    private static BigDecimal decimal(JsonObject json, String name) {
        return new BigDecimal(json.getString(name));
    }

    private static @Nullable LocalDate date(JsonObject json, String name) {
        String text = json.getString(name, null);
        return text == null ? null : LocalDate.parse(text);
    }
}
