package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sync options of an Application, each where it is written. */
public record SyncOptions(List<ScalarNode> written) {
  /**
   * @param list what stands at {@code spec.syncPolicy.syncOptions}
   */
  public static SyncOptions of(@Nullable Node list) {
    return new SyncOptions(
        list instanceof ListNode options
            ? options.items().stream()
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .toList()
            : List.of());
  }

  /**
   * An option such as {@code CreateNamespace=true}, letter by letter: Argo CD asks for the whole
   * text, so the same name with another value beside it changes nothing ({@code
   * SyncOptions.HasOption} in {@code pkg/apis/application/v1alpha1/types.go}).
   */
  public Optional<ScalarNode> find(String option) {
    return written.stream().filter(it -> it.text().equals(option)).findFirst();
  }

  /** Whether an option such as {@code CreateNamespace} is {@code true}. */
  public boolean isOn(String name) {
    return find(name + "=true").isPresent();
  }
}
