package io.goaltree.edge.operation;

import io.goaltree.access.Who;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: what a rate is limited for and an answer may depend on.
 *
 * @param name the address of the other end, which rates and places are counted by
 * @param who who they are, as far as the doorkeeper could find out
 */
public record Caller(String name, Who who) {

    public static Caller of(RoutingContext context) {
        return new Caller(context.request().remoteAddress().hostAddress(), who(context));
    }

    /** Notes who asks, for the door behind. */
    public static void isKnown(RoutingContext context, Who who) {
        context.put(Who.class.getName(), who);
    }

    /** Who asks by this request; nobody where no doorkeeper stood. */
    public static Who who(RoutingContext context) {
        @Nullable Who who = context.get(Who.class.getName());
        return who == null ? Who.NOBODY : who;
    }
}
