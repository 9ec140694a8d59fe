package io.goaltree.violations.scoring;

import io.goaltree.violations.shared.Fine;
import io.goaltree.violations.tree.Tree;

/** Floor 0 that knows floor 3; what it knows of its own floor is fine. */
record LooksUpwards(Fine fine, Tree[] trees) {}
