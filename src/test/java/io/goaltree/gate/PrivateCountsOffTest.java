package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.access.Who;
import io.goaltree.gate.PrivateCountsTest.Diamond;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is private counts only for those who see it, when the service is set so. */
@QuarkusTest
@TestProfile(PrivateCountsOffTest.Off.class)
class PrivateCountsOffTest extends ApiTest {

    public static final class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("goaltree.access.private-counts", "false");
        }
    }

    @Test
    void seen_parents_have_the_ratio_of_what_their_reader_sees() {
        Diamond it = PrivateCountsTest.diamond(world);
        for (Who who : List.of(it.insider(), Who.EVERYBODY)) {
            assertThat(PrivateCountsTest.ratio(who, it.left())).isEqualTo(0.35);
            assertThat(PrivateCountsTest.ratio(who, it.right())).isEqualTo(0.575);
        }
        assertThat(PrivateCountsTest.ratio(it.outsider(), it.left())).isEqualTo(0.0);
        assertThat(PrivateCountsTest.ratio(it.outsider(), it.right())).isEqualTo(0.2);
        assertThat(PrivateCountsTest.ratio(it.outsider(), it.below())).isEqualTo(1.0);
        assertThat(PrivateCountsTest.summary(it.outsider(), it.cycle())).containsEntry("ratio", 0.4);
    }
}
