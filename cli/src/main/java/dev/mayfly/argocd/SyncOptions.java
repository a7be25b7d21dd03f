package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sync options of an Application, each where it is written. */
public record SyncOptions(List<ScalarNode> written) {
  /** What keeps an object when its Application goes, or when Git holds it no more. */
  public static final Set<String> KEEPING =
      Stream.of(SyncOption.DELETE, SyncOption.PRUNE)
          .flatMap(it -> Stream.of(it.off(), it.confirm()))
          .collect(Collectors.toUnmodifiableSet());

  /** Deletes an object and leaves what belongs to it. */
  public static final String ORPHANING = "PrunePropagationPolicy=orphan";

  /** Argo CD docs, Sync Options; those that only annotations of resources can carry are left in. */
  public static final Set<String> KNOWN =
      Stream.of(
              Stream.of(SyncOption.values()).flatMap(it -> Stream.of(it.on(), it.off())),
              KEEPING.stream(),
              Stream.of(
                  "PrunePropagationPolicy=foreground",
                  "PrunePropagationPolicy=background",
                  ORPHANING))
          .flatMap(it -> it)
          .collect(Collectors.toCollection(TreeSet::new));

  /**
   * @param list what stands at {@code spec.syncPolicy.syncOptions}
   */
  public static SyncOptions of(@Nullable Node list) {
    return new SyncOptions(NodeValues.texts(list));
  }

  /**
   * Where an option is turned on, letter by letter: Argo CD asks for the whole text, so the same
   * name with another value beside it changes nothing ({@code SyncOptions.HasOption} in {@code
   * pkg/apis/application/v1alpha1/types.go}).
   */
  public Optional<ScalarNode> find(SyncOption option) {
    return written.stream().filter(it -> it.text().equals(option.on())).findFirst();
  }

  public boolean isOn(SyncOption option) {
    return find(option).isPresent();
  }
}
