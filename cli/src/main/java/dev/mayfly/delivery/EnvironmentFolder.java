package dev.mayfly.delivery;

import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewId;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * The folder with what the apps of an environment share: there from the first that is opened to the
 * last that is closed, and always changed in the same commit as theirs.
 */
public record EnvironmentFolder(Policy policy, Blueprint environment, PreviewId id) {

  /** The environment of a preview; empty where its app has none. */
  public static Optional<EnvironmentFolder> of(Policy policy, PreviewId preview) {
    return policy
        .platform()
        .app(preview.app())
        .flatMap(policy.loaded()::environment)
        .map(it ->
            new EnvironmentFolder(policy, it, new PreviewId(it.app().name(), preview.number())));
  }

  /** Whether a folder belongs to an environment, and to no app. */
  public static boolean isOne(Policy policy, PreviewId id) {
    return policy.blueprint(id.app()).filter(Blueprint::isEnvironment).isPresent();
  }

  /** Whether a preview is of one of the environment's apps. */
  boolean holds(PreviewId preview) {
    Optional<String> name = policy.platform().app(preview.app()).flatMap(App::environment);
    return name.equals(Optional.of(id.app())) && preview.number().equals(id.number());
  }

  /**
   * Brings it, or renders it anew.
   *
   * @param first of the preview that needs it, from which it is rendered when it is not there
   * @param wanted what shall become of what is recorded
   * @return empty when it is there as it should be
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) when it is somebody else's
   */
  Optional<TreeEdit> bring(
      Snapshot snapshot, PreviewFacts first, UnaryOperator<PreviewFacts> wanted) {
    Optional<OverlayFolder> there = OverlayFolder.read(snapshot, id, policy.platform().name());
    PreviewFacts own =
        there.map(folder -> wanted.apply(folder.facts())).orElseGet(first::ofEnvironment);
    SortedMap<String, byte[]> files = OverlayFolder.bytes(policy.overlay(environment).files(own));
    return there.filter(folder -> folder.holds(files)).isPresent()
        ? Optional.empty()
        : Optional.of(new TreeEdit.Replace(OverlayFolder.path(id), files));
  }

  /**
   * Takes it away with the last of its previews.
   *
   * @param left the previews that stay
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) when it is somebody else's
   */
  Optional<TreeEdit> remove(Snapshot snapshot, Collection<PreviewId> left) {
    return left.stream().anyMatch(this::holds)
            || OverlayFolder.read(snapshot, id, policy.platform().name()).isEmpty()
        ? Optional.empty()
        : Optional.of(new TreeEdit.Remove(OverlayFolder.path(id)));
  }
}
