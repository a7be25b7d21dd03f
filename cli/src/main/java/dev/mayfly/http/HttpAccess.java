package dev.mayfly.http;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What connections may use of the world; nothing else is used.
 *
 * @param authorities who may vouch for a server; empty means the Java runtime's own list
 * @param random spreads attempts over time, and makes names that nobody can guess
 * @param activity who is told of what takes time
 */
public record HttpAccess(
    ProxyRules proxies,
    Optional<SSLContext> authorities,
    Limits limits,
    InstantSource clock,
    Sleeper sleeper,
    RandomGenerator random,
    Activity activity) {

  /**
   * How long things may take.
   *
   * @param connect until a connection has come about
   * @param answer one answer, to its last byte
   * @param budget all answers of a run together, waiting included
   */
  public record Limits(Duration connect, Duration answer, Duration budget) {
    /** The same for a run that may take longer, or less. */
    public Limits lasting(Duration other) {
      return new Limits(connect, answer, other);
    }
  }

  public HttpAccess within(Limits other) {
    return new HttpAccess(proxies, authorities, other, clock, sleeper, random, activity);
  }
}
