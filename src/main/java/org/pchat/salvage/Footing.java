package org.pchat.salvage;

/**
 * A place in broken XML from which reading may go on.
 *
 * @param offset the byte of its {@code <}
 * @param name the local name of the element that begins or ends there
 * @param qualifiedName the same with its prefix, as it stands there
 * @param ends whether it is an end tag
 */
record Footing(long offset, String name, String qualifiedName, boolean ends) {}
