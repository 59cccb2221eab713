package org.pchat.gate;

import org.pchat.model.Guid;

/**
 * How many messages a room has.
 *
 * @param room the room
 * @param name what it is called
 * @param messages how many are judged; with a {@link Purge} those that it spares
 */
public record RoomCount(Guid room, String name, long messages) {}
