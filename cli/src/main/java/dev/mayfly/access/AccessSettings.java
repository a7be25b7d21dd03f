package dev.mayfly.access;

import dev.mayfly.diagnostic.Activity;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What the checks may use of the world; nothing else is used.
 *
 * @param authorities who may vouch for a server; empty means the Java runtime's own list
 * @param connect how long a connection may take to come about
 * @param answer how long one answer may take, to its last byte
 * @param budget how long all answers of a run may take together
 * @param random makes host names that nobody has
 * @param outside whether somebody says that this machine is in none of the named networks
 * @param activity who is told of what takes time
 */
public record AccessSettings(
    Optional<ProxySelector> proxies,
    Optional<SSLContext> authorities,
    Duration connect,
    Duration answer,
    Duration budget,
    InstantSource clock,
    RandomGenerator random,
    boolean outside,
    Activity activity) {

  /** Direct connections, the runtime's certificates, and limits that fit a CI job. */
  public static AccessSettings direct(InstantSource clock, RandomGenerator random) {
    return new AccessSettings(
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofMinutes(3),
        clock,
        random,
        false,
        Activity.SILENT);
  }

  /** The same, seen from outside the named networks. */
  public AccessSettings fromOutside() {
    return new AccessSettings(
        proxies, authorities, connect, answer, budget, clock, random, true, activity);
  }

  /** The same for a run that asks for longer. */
  public AccessSettings lasting(Duration longer) {
    return new AccessSettings(
        proxies, authorities, connect, answer, longer, clock, random, outside, activity);
  }
}
