package org.pchat.sample;

/**
 * An invented name.
 *
 * @param name as it is written, in its own script
 * @param alias in ASCII, unique
 */
record Person(String name, String alias) {}
