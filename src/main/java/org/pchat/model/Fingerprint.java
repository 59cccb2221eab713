package org.pchat.model;

/**
 * A short stand-in for a part's content. Equal fingerprints mean equal content; unequal ones mean
 * nothing, since the same content may be spelled in two ways.
 *
 * @param scheme what was hashed and how; fingerprints of different schemes are never equal
 * @param value the hash
 */
public record Fingerprint(String scheme, String value) {}
