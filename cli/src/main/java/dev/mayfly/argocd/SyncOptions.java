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
  /** Argo CD docs, Sync Options; those that only annotations of resources can carry are left in. */
  public static final Set<String> KNOWN =
      Stream.concat(
              Stream.of(
                      "CreateNamespace",
                      "Prune",
                      "Delete",
                      "PruneLast",
                      "Validate",
                      "SkipDryRunOnMissingResource",
                      "ApplyOutOfSyncOnly",
                      "Replace",
                      "Force",
                      "ServerSideApply",
                      "FailOnSharedResource",
                      "RespectIgnoreDifferences",
                      "ClientSideApplyMigration")
                  .flatMap(it -> Stream.of(it + "=true", it + "=false")),
              Stream.of(
                  "Prune=confirm",
                  "Delete=confirm",
                  "PrunePropagationPolicy=foreground",
                  "PrunePropagationPolicy=background",
                  "PrunePropagationPolicy=orphan"))
          .collect(Collectors.toCollection(TreeSet::new));

  /** What keeps an object when its Application goes, or when Git holds it no more. */
  public static final Set<String> KEEPING =
      Set.of("Delete=false", "Delete=confirm", "Prune=false", "Prune=confirm");

  /** Deletes an object and leaves what belongs to it. */
  public static final String ORPHANING = "PrunePropagationPolicy=orphan";

  /**
   * @param list what stands at {@code spec.syncPolicy.syncOptions}
   */
  public static SyncOptions of(@Nullable Node list) {
    return new SyncOptions(NodeValues.texts(list));
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
