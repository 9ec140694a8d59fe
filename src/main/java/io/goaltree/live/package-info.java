/**
 * Floor 3. Subscriptions: what has changed, told after commit to whoever follows it on this replica. Looks up once what
 * many subscribers are to see; how it gets to them is the edge's business.
 */
@NullMarked
package io.goaltree.live;

import org.jspecify.annotations.NullMarked;
