package io.goaltree.violations.team;

/** Names that say nothing. */
final class TeamManager {
    private record TeamHelper() {}

    private record TeamUtil() {}

    private record TeamUtils() {}

    private record TeamProcessor() {}

    private record TeamData() {}

    private record TeamInfo() {}

    private record TeamImpl() {}
}
