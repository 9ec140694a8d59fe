/** Floor 2, above objectives and KPIs. Guardrails: the KPIs that must stay healthy while an objective is pursued. */
@NullMarked
package io.goaltree.guardrail;

import org.jspecify.annotations.NullMarked;
