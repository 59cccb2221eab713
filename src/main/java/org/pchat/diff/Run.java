package org.pchat.diff;

import org.pchat.model.Ticks;

/**
 * Messages of one room that stood one behind the other and met with the same act.
 *
 * @param change what became of them
 * @param act by which act
 * @param firstId the lowest number
 * @param lastId the highest number
 * @param messages how many
 * @param authors by how many different authors
 * @param first the earliest time
 * @param last the latest time
 */
public record Run(
    Change change,
    Act act,
    long firstId,
    long lastId,
    long messages,
    long authors,
    Ticks first,
    Ticks last) {}
