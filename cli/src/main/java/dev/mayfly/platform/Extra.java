package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;

/**
 * Objects of the admins' own that every preview of an app gets besides.
 *
 * @param name of the file in {@code templates/extra/}, without its ending
 * @param where it is listed
 */
public record Extra(String name, Location where) {}
