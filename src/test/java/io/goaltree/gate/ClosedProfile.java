package io.goaltree.gate;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As in production: nobody comes in without credentials. */
public class ClosedProfile implements QuarkusTestProfile {
    /** The administrator's secret while it is closed. */
    public static final String ADMIN = "gt_0123456789abcdefghjkmnpqrstvwxyz";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("goaltree.access.anonymous", "none", "goaltree.admin-token", ADMIN);
    }
}
