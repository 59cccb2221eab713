package org.pchat.model;

/**
 * What a source is read from.
 *
 * @param kind the kind of file or service
 * @param name what the user called it: a path, an address without credentials
 * @param layout the name of the layout or schema by which it is read
 * @param bytes its size as it lies there; -1 when unknown
 */
public record Origin(OriginKind kind, String name, String layout, long bytes) {}
