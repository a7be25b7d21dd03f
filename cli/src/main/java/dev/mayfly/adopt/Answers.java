package dev.mayfly.adopt;

import dev.mayfly.platform.GatewayRef;
import java.util.Optional;

/** What a set cannot say and whoever adopts it may: each answer leaves one thing less open. */
public record Answers(
    Optional<String> gitops, Optional<String> domain, Optional<GatewayRef> gateway) {
  public static final Answers NONE =
      new Answers(Optional.empty(), Optional.empty(), Optional.empty());
}
