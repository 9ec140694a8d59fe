package io.goaltree.violations.ingest;

import io.goaltree.violations.tree.Tree;

/** Looks sideways on a floor without arrows. */
record LooksAtTrees(Tree tree) {}
