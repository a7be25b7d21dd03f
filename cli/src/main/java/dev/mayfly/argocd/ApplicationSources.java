package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sources of an Application count, and what says how one is rendered. */
public final class ApplicationSources {
  /**
   * The blocks that say of which type a source is, and that say nothing where their fields are all
   * zero ({@code NormalizeSource} in {@code util/argo/argo.go}); a {@code plugin} is another.
   */
  public static final List<String> TYPES = List.of("helm", "kustomize", "directory");

  private ApplicationSources() {}

  /**
   * All that count: {@code source} does not as soon as {@code sources} has an entry ({@code
   * HasMultipleSources} in {@code pkg/apis/application/v1alpha1/types.go}).
   *
   * @param single what stands at {@code spec.source}
   * @param several what stands at {@code spec.sources}
   */
  public static List<Node> of(@Nullable Node single, @Nullable Node several) {
    return isSeveral(several)
        ? NodeValues.items(several)
        : Optional.ofNullable(single).stream().toList();
  }

  /** Whether {@code sources} counts, even with one entry only. */
  public static boolean isSeveral(@Nullable Node several) {
    return !NodeValues.items(several).isEmpty();
  }
}
