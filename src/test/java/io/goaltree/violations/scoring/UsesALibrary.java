package io.goaltree.violations.scoring;

import jakarta.persistence.EntityManager;

/** Floor 0 with a library in it. */
record UsesALibrary(EntityManager entities) {}
