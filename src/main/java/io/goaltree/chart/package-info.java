/**
 * Floor 3. Pictures: a KPI as a process-behaviour chart and an objective as progress over its cycle, as SVG over plain HTTP,
 * for pages and mails. Drawing is pure, records in and bytes out; nothing is computed here that another answer shows, too.
 */
@NullMarked
package io.goaltree.chart;

import org.jspecify.annotations.NullMarked;
