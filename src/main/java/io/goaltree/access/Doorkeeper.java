package io.goaltree.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Stands at every door. It lets everybody in: issue 7 decides here, by the {@link Door} of the method that is asked for.
 * Callers such as Power BI, Excel and Google Sheets can store only Basic credentials or a key in a header.
 */
@Provider
@Door(needs = Right.READ)
class Doorkeeper implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        // Everybody is welcome.
    }
}
