/**
 * Stores: snapshots of a pool in a directory, each of them whole, for little more than what is new.
 *
 * <p>Start with {@link org.pchat.store.Store}. docs/store-format.md tells the bytes,
 * docs/reliability.md what is promised.
 */
@NullMarked
package org.pchat.store;

import org.jspecify.annotations.NullMarked;
