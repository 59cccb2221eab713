package org.pchat.tape;

/**
 * A file of the database that was backed up.
 *
 * @param id its number in the database
 * @param log whether it is a transaction log
 * @param pages how many of its pages the backup carries, in all stripes together
 * @param bytes its length on the server
 * @param name its logical name
 * @param path where it stood on the server
 */
public record DatabaseFile(int id, boolean log, long pages, long bytes, String name, String path) {}
