package dev.mayfly.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.ProxyRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cloudflare as a server of this machine: real TLS with real host names, reached through a proxy
 * that knows which hosts there are. Each host answers as a test tells it to.
 */
public final class Edge implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  public static final String SIBLING = "mayfly-0000000000000abc.pr.example.dev";
  private static final long CHANCE = 0xabc;

  /** What a host answers. */
  @FunctionalInterface
  public interface Host {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** One request as it arrived. */
  public record Seen(String method, String host, String path, Map<String, List<String>> headers) {}

  private final Certificates certificates;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TunnelProxy proxy;
  private final Map<String, Host> hosts = new ConcurrentHashMap<>();
  private volatile @Nullable Function<String, Host> wildcard;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  public Edge(Path folder) throws Exception {
    certificates = Certificates.in(folder);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    proxy = new TunnelProxy(server.getAddress(), this::isKnown);
  }

  private boolean isKnown(String name) {
    return hosts.containsKey(name)
        || wildcard != null && name.matches("[a-z0-9-]+\\.pr\\.example\\.dev");
  }

  /** Lets every host one label below the domain answer like this, unless it has its own way. */
  public void everyHost(Function<String, Host> host) {
    wildcard = host;
  }

  /** What a program of its own needs to come here, as variables. */
  public Map<String, String> variables() {
    InetSocketAddress address = proxy.address();
    return Map.of(
        "https_proxy",
        "http://" + address.getHostString() + ":" + address.getPort(),
        "no_proxy",
        "127.0.0.1",
        "MAYFLY_CA_FILE",
        certificates.authority().toString());
  }

  public Edge host(String name, Host host) {
    hosts.put(name, host);
    return this;
  }

  /** Where the server itself listens, without the proxy. */
  int port() {
    return server.getAddress().getPort();
  }

  void gone(String name) {
    hosts.remove(name);
  }

  /** Starts anew: no hosts, nothing seen. */
  void forget() {
    hosts.clear();
    seen.clear();
    proxy.wanted().clear();
  }

  public List<Seen> seen() {
    return seen;
  }

  /** Every host that somebody tried to reach, known or not. */
  public List<String> wanted() {
    return proxy.wanted();
  }

  public HttpAccess settings() {
    InetSocketAddress address = proxy.address();
    return new HttpAccess(
        ProxyRules.parse(address.getHostString() + ":" + address.getPort(), ""),
        Optional.of(certificates.client()),
        new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60)),
        () -> NOW,
        pause -> {},
        () -> CHANCE,
        Activity.SILENT);
  }

  HttpAccess impatient() {
    return patientFor(Duration.ofSeconds(1));
  }

  /** Of somebody who waits so long for an answer. */
  public HttpAccess patientFor(Duration answer) {
    HttpAccess patient = settings();
    return patient.within(new Limits(Duration.ofSeconds(5), answer, patient.limits().budget()));
  }

  public static Host status(int code) {
    return exchange -> send(exchange, code, "");
  }

  static Host json(String body) {
    return exchange -> send(exchange, 200, body);
  }

  static Host redirect(String location) {
    return exchange -> lead(exchange, location);
  }

  public static void lead(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    send(exchange, 302, "");
  }

  public static void send(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestHeaders().getFirst("Host");
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            name,
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders())));
    Host otherwise = wildcard == null ? status(421) : wildcard.apply(name);
    hosts.getOrDefault(name, otherwise).answer(exchange);
  }

  @Override
  public void close() {
    proxy.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
