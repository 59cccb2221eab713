package org.pchat.specimen;

/**
 * What was done to make a specimen, and what a search of it showed.
 *
 * @param entries how many entries it has
 * @param replaced how many values are noise now
 * @param kept how many values stayed: numbers, times, published words, and what is empty
 * @param guids how many different GUIDs there were
 * @param tokens how many tokens longer than three characters were in the original, equal ones each
 *     time
 * @param searched how many tokens of the specimen were looked up among them
 * @param left how many of these were in the original
 */
public record SpecimenProof(
    long entries, long replaced, long kept, long guids, long tokens, long searched, long left) {}
