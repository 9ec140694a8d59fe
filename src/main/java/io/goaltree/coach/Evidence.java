package io.goaltree.coach;

import io.smallrye.graphql.api.DefaultNonNull;
import java.math.BigDecimal;

/** One thing a finding rests on: a number, a day, a key, as text. */
@DefaultNonNull
public record Evidence(String name, String value) {

    static Evidence of(String name, Object value) {
        return new Evidence(name, value instanceof BigDecimal number ? Spoken.number(number) : value.toString());
    }
}
