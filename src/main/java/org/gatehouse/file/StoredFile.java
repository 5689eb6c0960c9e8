package org.gatehouse.file;

/**
 * A file as it is stored.
 *
 * @param id its id: 32 hex digits
 * @param name what its owner calls it
 * @param type what it is, by its content, such as {@code image/png}
 * @param size its length, in bytes
 */
public record StoredFile(String id, String name, String type, long size) {}
