package io.goaltree.violations.team;

/** A row that everybody can see. */
public final class TeamEntity {
    String name = "";
}
