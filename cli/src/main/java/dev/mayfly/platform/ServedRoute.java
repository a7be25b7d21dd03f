package dev.mayfly.platform;

import dev.mayfly.template.Text;

/**
 * A route that the overlay brings, with its names made.
 *
 * @param suffix what its object's name has behind the application's; empty for the first
 * @param service the Service that it leads to, and {@code port} of it
 * @param targetPort the pods' port
 * @param field what the route is called in {@code mayfly.yaml}
 */
public record ServedRoute(
    String suffix, Text host, String path, Text service, int port, int targetPort, String field) {
  /** Where the Service's name is written. */
  public String serviceField() {
    return field + (field.endsWith(".service") ? ".name" : ".service");
  }
}
