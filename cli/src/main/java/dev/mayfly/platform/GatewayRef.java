package dev.mayfly.platform;

/**
 * One listener of a Gateway. Always named whole: a route without a section binds to plain HTTP too.
 */
public record GatewayRef(String name, String namespace, String listener) {}
