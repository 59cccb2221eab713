package org.pchat.model;

/**
 * One thing that an origin says about itself, such as the server that wrote a backup.
 *
 * @param name the name for programs
 * @param label the name for people
 * @param value a text or a number
 */
public record OriginDetail(String name, String label, Object value) {}
