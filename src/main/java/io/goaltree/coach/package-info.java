/**
 * Floor 3, beside the tree. Findings: what a coach would remark upon in goals and KPIs, each with its evidence. A
 * {@link io.goaltree.coach.Coaching} looks for one code in one immutable {@link io.goaltree.coach.Picture}; none of them needs
 * a roll-up, so none reads a goal tree. Nothing here blocks a write.
 */
@NullMarked
package io.goaltree.coach;

import org.jspecify.annotations.NullMarked;
