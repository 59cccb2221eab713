package org.pchat.sample;

import java.util.List;
import org.pchat.model.Guid;
import org.pchat.model.Room;

/**
 * A room with all that its roles and messages follow from.
 *
 * @param ordinal the room's number, from 0
 * @param room the record
 * @param category the plan of its category
 * @param seating the roles of users
 * @param collectives folders and groups that are members
 * @param thread the chat it is made from
 * @param messages how many messages it has
 * @param earlier how many messages the rooms before it have
 */
record RoomPlan(
    int ordinal,
    Room room,
    CategoryPlan category,
    Seating seating,
    List<Guid> collectives,
    ChatThread thread,
    long messages,
    long earlier) {}
