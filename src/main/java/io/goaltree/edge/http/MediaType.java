package io.goaltree.edge.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what form an answer can be given. */
enum MediaType {
    GRAPHQL_RESPONSE("application", "graphql-response+json"),
    JSON("application", "json"),
    EVENT_STREAM("text", "event-stream");

    private final String component;
    private final String subComponent;

    MediaType(String component, String subComponent) {
        this.component = component;
        this.subComponent = subComponent;
    }

    String header() {
        return component + "/" + subComponent + "; charset=utf-8";
    }

    /**
     * The form that the caller likes best; JSON when anything is welcome, as the draft asks for.
     *
     * @param accepted the Accept header's entries, best first
     * @return null when none of ours is accepted
     */
    static @Nullable MediaType accepted(List<MIMEHeader> accepted) {
        if (accepted.isEmpty()) {
            return JSON;
        }
        for (MIMEHeader entry : accepted) {
            if (entry.weight() > 0) {
                MediaType match = match(entry);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    private static @Nullable MediaType match(MIMEHeader entry) {
        String charset = entry.parameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            return null;
        }
        if (entry.component().equals("*")
                || entry.component().equals("application")
                        && entry.subComponent().equals("*")) {
            return JSON;
        }
        for (MediaType type : values()) {
            if (type.component.equalsIgnoreCase(entry.component())
                    && type.subComponent.equalsIgnoreCase(entry.subComponent())) {
                return type;
            }
        }
        return null;
    }
}
