package io.goaltree.violations.tree;

import io.goaltree.violations.keyresult.KeyResult;

/** Looks down: breaks no rule. */
public record Tree(KeyResult keyResult) {}
