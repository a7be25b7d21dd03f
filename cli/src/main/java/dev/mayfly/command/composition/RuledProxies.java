package dev.mayfly.command.composition;

import dev.mayfly.git.ProxyRules;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The proxy rules of the environment, as HTTP clients ask for them. */
final class RuledProxies extends ProxySelector {
  private final ProxyRules rules;

  RuledProxies(ProxyRules rules) {
    this.rules = rules;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return List.of(rules.forHost(String.valueOf(uri.getHost())));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // The request itself fails and says so.
  }
}
