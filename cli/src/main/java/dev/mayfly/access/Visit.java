package dev.mayfly.access;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One host under test, and what it was already asked. */
final class Visit {
  private final AccessApplication application;
  private final String host;
  private final boolean nobodysHost;
  private final Optional<Credentials.ServiceToken> serviceToken;
  private final Tools tools;
  private @Nullable Answer anonymous;

  /** What all visits of a run share. */
  record Tools(Visitor visitor, TeamKeys keys, InstantSource clock, String randomLabel) {}

  /**
   * A visit.
   *
   * @param nobodysHost true for a name made by chance, which no preview has
   */
  Visit(
      AccessApplication application,
      String host,
      boolean nobodysHost,
      Optional<Credentials.ServiceToken> serviceToken,
      Tools tools) {
    this.application = application;
    this.host = host;
    this.nobodysHost = nobodysHost;
    this.serviceToken = serviceToken;
    this.tools = tools;
  }

  AccessApplication application() {
    return application;
  }

  String host() {
    return host;
  }

  boolean isNobodysHost() {
    return nobodysHost;
  }

  Optional<Credentials.ServiceToken> serviceToken() {
    return serviceToken;
  }

  Tools tools() {
    return tools;
  }

  /** What the host says to somebody without any credentials. */
  Answer anonymous() {
    Answer known = anonymous;
    if (known == null) {
      known = tools.visitor().knock("GET", host, Map.of());
      anonymous = known;
    }
    return known;
  }
}
