/**
 * Sources whose records come in no order, put in order on the disk.
 *
 * <p>Uses {@code spill}; knows the model and nothing of how a source came to be.
 */
@NullMarked
package org.pchat.order;

import org.jspecify.annotations.NullMarked;
