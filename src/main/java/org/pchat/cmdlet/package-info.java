/** The published cmdlets, filled in for a pool; shown to people, never run. */
@NullMarked
package org.pchat.cmdlet;

import org.jspecify.annotations.NullMarked;
