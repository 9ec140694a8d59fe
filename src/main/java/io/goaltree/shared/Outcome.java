package io.goaltree.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a decision came to: it was done, or it was refused for stated reasons and nothing was written. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /** @param current what is there instead, when the refusal is that the caller has not seen it; else null */
    record Refused<T>(List<Problem> reasons, @Nullable T current) implements Outcome<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal needs at least one problem");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(List<Problem> problems) {
        return new Refused<>(problems, null);
    }

    static <T> Outcome<T> refused(List<Problem> problems, T current) {
        return new Refused<>(problems, current);
    }

    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(List.of(problem), null);
    }

    /** Folds both cases into one answer. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<List<Problem>, ? extends R> refused) {
        if (this instanceof Done<T> it) {
            return done.apply(it.value());
        }
        return refused.apply(((Refused<T>) this).reasons());
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Refused<T> it) {
            T current = it.current();
            return new Refused<>(it.reasons(), current == null ? null : change.apply(current));
        }
        return done(change.apply(((Done<T>) this).value()));
    }

    /** What the caller shall see of the thing: as it was done, or as it is instead; null for other refusals. */
    default @Nullable T object() {
        return this instanceof Done<T> it ? it.value() : ((Refused<T>) this).current();
    }

    /** Why it was refused; empty when it was done. */
    default List<Problem> problems() {
        return this instanceof Refused<T> it ? it.reasons() : List.of();
    }
}
