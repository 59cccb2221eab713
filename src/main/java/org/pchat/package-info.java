/**
 * The map. Rooms are packages, arrows only point down, siblings do not know each other, one library
 * lives in one room ({@code WallsTest} holds it; {@code docs/architecture.md} draws it).
 */
@NullMarked
package org.pchat;

import org.jspecify.annotations.NullMarked;
