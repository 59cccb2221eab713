/**
 * Finds out how an archive spells the model when no layout says so: a survey of its structure and
 * values, the readings that fit, and either one layout with its evidence or a refusal that names
 * what is missing.
 */
@NullMarked
package org.pchat.infer;

import org.jspecify.annotations.NullMarked;
