package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;

/**
 * One listener of a Gateway. Always named whole: a route without a section binds to plain HTTP too.
 */
public record GatewayRef(String name, String namespace, String listener) {
  static GatewayRef read(Fields gateway) {
    return new GatewayRef(
        gateway.text("name", Syntaxes.OBJECT_NAME),
        gateway.text("namespace", Syntaxes.DNS_LABEL),
        gateway.text("listener", Syntaxes.DNS_LABEL));
  }
}
