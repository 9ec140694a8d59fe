/** Floor 2. Check-ins: dated values of key results; rows are only ever added, a later one corrects an earlier one. */
@NullMarked
package io.goaltree.checkin;

import org.jspecify.annotations.NullMarked;
