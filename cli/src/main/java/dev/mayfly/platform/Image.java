package dev.mayfly.platform;

import java.util.Optional;

/**
 * An image of an app.
 *
 * @param id its short name in values and templates; a key that Go templates can walk by dots
 * @param name registry, host and path, without tag or digest
 * @param lock path in the app's repository of the file that pins it
 */
public record Image(String id, String name, Optional<String> lock) {}
