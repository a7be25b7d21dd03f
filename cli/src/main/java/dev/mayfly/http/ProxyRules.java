package dev.mayfly.http;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code https_proxy} and {@code no_proxy} as curl reads them; neither JGit nor Java
 * reads them.
 */
public record ProxyRules(Proxy proxy, List<String> exempt) {
  public static final ProxyRules NONE = new ProxyRules(Proxy.NO_PROXY, List.of());

  /** Reads the two values; empty means there is none. */
  public static ProxyRules parse(String httpsProxy, String noProxy) {
    if (httpsProxy.isBlank()) {
      return NONE;
    }
    try {
      URI uri = new URI(httpsProxy.contains("://") ? httpsProxy : "http://" + httpsProxy);
      if (!"http".equalsIgnoreCase(uri.getScheme())
          || uri.getHost() == null
          || uri.getRawUserInfo() != null) {
        throw refused(null);
      }
      int port = uri.getPort() < 0 ? 80 : uri.getPort();
      List<String> exempt =
          Stream.of(noProxy.toLowerCase(Locale.ROOT).split("[,\\s]+"))
              .map(name -> name.startsWith("*.") ? name.substring(1) : name)
              .filter(name -> !name.isEmpty())
              .toList();
      return new ProxyRules(
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)),
          exempt);
    } catch (URISyntaxException e) {
      throw refused(e);
    }
  }

  private static ProblemsException refused(@Nullable Exception cause) {
    ProblemsException refused =
        Fault.CONFIGURATION.error(
            "proxy",
            "the proxy is not of the form `http://host:port`",
            "proxies with a password are not supported");
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }

  /** The proxy for a host; {@link Proxy#NO_PROXY} where none is to be used. */
  public Proxy forHost(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    boolean direct =
        exempt.stream()
            .anyMatch(rule ->
                rule.equals("*")
                    || name.equals(rule.startsWith(".") ? rule.substring(1) : rule)
                    || name.endsWith(rule.startsWith(".") ? rule : "." + rule));
    return direct ? Proxy.NO_PROXY : proxy;
  }

  /** The rules as Java's clients ask for them. */
  public ProxySelector selector() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(forHost(String.valueOf(uri.getHost())));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The request itself fails and says so.
      }
    };
  }
}
