package org.pchat.tape;

/**
 * Which part of a striped backup a medium is.
 *
 * @param mediaSet what all parts of one backup have in common, in hexadecimal
 * @param number the number of this part, from 1
 * @param of how many parts there are; 1 for a backup that is not striped
 */
public record Stripe(String mediaSet, int number, int of) {}
