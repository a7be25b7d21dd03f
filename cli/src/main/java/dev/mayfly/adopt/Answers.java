package dev.mayfly.adopt;

import dev.mayfly.platform.GatewayRef;
import java.util.Optional;

/**
 * What a set cannot say and whoever adopts it may: each answer leaves one thing less open.
 *
 * @param controller the namespace of the pods that lead requests to a bundle's own Ingress
 */
public record Answers(
    Optional<String> gitops,
    Optional<String> domain,
    Optional<GatewayRef> gateway,
    Optional<String> controller) {
  public static final Answers NONE =
      new Answers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
