package dev.mayfly.forge;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Sleeper;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * Everything a connection to a forge may use; whatever is not in here is not used.
 *
 * @param url the forge's web address, such as {@code https://github.com}
 * @param authorities who may vouch for the server; empty means the Java runtime's own list
 * @param connect how long a connection may take to come about
 * @param request how long one answer may take, to its last byte
 * @param budget how long all requests of one run may take, waiting included
 * @param activity who is told of what takes time
 */
public record ForgeAccess(
    URI url,
    Optional<AccessToken> token,
    Optional<ProxySelector> proxies,
    Optional<SSLContext> authorities,
    Duration connect,
    Duration request,
    Duration budget,
    InstantSource clock,
    Sleeper sleeper,
    RandomGenerator jitter,
    Activity activity) {

  /** What a run that delivers something may take of the forge's time. */
  public static final Duration BUDGET = Duration.ofMinutes(5);

  public ForgeAccess {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (host == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
      throw new IllegalArgumentException("a forge's url is a scheme, a host and at most a path");
    }
    boolean loopback = host.equals("localhost") || host.equals("127.0.0.1");
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
      throw new IllegalArgumentException("a token would travel unencrypted: use https");
    }
  }

  /** Direct connections, the runtime's certificates, and time limits that fit a CI job. */
  public static ForgeAccess to(
      URI url, Optional<AccessToken> token, InstantSource clock, RandomGenerator jitter) {
    return new ForgeAccess(
        url,
        token,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        BUDGET,
        clock,
        Thread::sleep,
        jitter,
        Activity.SILENT);
  }

  String redact(String text) {
    return token.map(secret -> secret.redact(text)).orElse(text);
  }
}
