package io.goaltree.tree;

import io.goaltree.keyresult.KeyResult;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The door to forecasts. */
@GraphQLApi
public class ForecastApi {
    private final ForecastAnswers forecasts;

    ForecastApi(ForecastAnswers forecasts) {
        this.forecasts = forecasts;
    }

    @Name("forecast")
    public @Nullable Forecast forecast(@Source KeyResult keyResult) {
        return Forecast.of(forecasts.of(keyResult));
    }
}
