/** Floor 2. Teams (a tree) and people (who belong to teams and own things). Knows nothing of goals or KPIs. */
@NullMarked
package io.goaltree.team;

import org.jspecify.annotations.NullMarked;
