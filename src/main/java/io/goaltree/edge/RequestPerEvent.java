package io.goaltree.edge;

import graphql.GraphQLContext;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Hands on each event inside a CDI request of its own, on the thread it came on: fields of the event are fetched there,
 * with a Hibernate session that begins and ends with the event. Events of one stream must not overlap.
 */
record RequestPerEvent<T>(Publisher<T> source, GraphQLContext graphQl) implements Publisher<T> {
    /** Under this SmallRye looks for the request to return to, field by field. */
    private static final String STATE = "state";

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        source.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(T event) {
                inItsOwnRequest(() -> subscriber.onNext(event));
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }

    private void inItsOwnRequest(Runnable work) {
        ManagedContext requests = Arc.container().requestContext();
        ContextState around = requests.getStateIfActive();
        requests.deactivate();
        // What an earlier request has left on this thread would be taken for the present one.
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        ContextState own = requests.activate((ContextState) null);
        graphQl.put(STATE, own);
        try {
            work.run();
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requests.destroy(own);
            requests.deactivate();
            if (around != null && around.isValid()) {
                requests.activate(around);
            }
        }
    }
}
