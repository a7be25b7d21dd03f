package dev.mayfly.lint.view;

import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.lint.Resource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** When a sync applies a resource. */
public final class ResourceOrder {
  private ResourceOrder() {}

  /** Empty for what no ordinary sync applies. */
  public static Optional<SyncOrder> of(Resource resource) {
    return resource.isLocal()
        ? Optional.empty()
        : SyncOrder.of(annotations(resource)).filter(it -> it.phase() != SyncPhase.SYNC_FAIL);
  }

  public static long wave(Resource resource) {
    return SyncOrder.wave(annotations(resource));
  }

  /** As a message says it that compares two. */
  public static String shown(SyncOrder order) {
    return order.phase() + ", wave " + order.wave();
  }

  private static UnaryOperator<String> annotations(Resource resource) {
    return name -> Objects.requireNonNullElse(resource.annotation(name), "");
  }
}
