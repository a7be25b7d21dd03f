package dev.mayfly.forge;

import java.util.SortedSet;

/**
 * The paths a pull request touches; a renamed file counts with both its names.
 *
 * @param complete false when the forge shows only the first so many, and the rest is unknown
 */
public record ChangedFiles(SortedSet<String> paths, boolean complete) {}
