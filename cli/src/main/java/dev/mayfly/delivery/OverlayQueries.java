package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small questions about overlays that several deliveries ask. */
final class OverlayQueries {
  /** Where a generator makes the previews, and somebody wants to open or close one. */
  static final Problem GENERATOR_MAKES =
      generator("not by overlays", "use `mayfly admit --label`, which admits and withdraws them");

  /** Argo CD compares the commits of both sources (Argo CD, {@code alreadyAttemptedSync}). */
  static final Problem GENERATOR_RETRY =
      generator(
          "so no overlay can be retried",
          "the next commit to the pull request or to the GitOps branch has Argo CD try again what is"
              + " out of sync");

  /** An empty list would say that there are none. */
  static final Problem GENERATOR_LIST =
      generator(
          "so Git knows none of them",
          "`kubectl get applications.argoproj.io -A` lists them; `mayfly sync` says which are"
              + " admitted");

  private OverlayQueries() {}

  /** The texts of an overlay as Git keeps them. */
  static SortedMap<String, byte[]> bytes(SortedMap<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  /** Whether a folder is there and holds these files and no others. */
  static boolean holds(Optional<OverlayFolder> folder, SortedMap<String, byte[]> files) {
    return folder.filter(it -> same(it.files(), files)).isPresent();
  }

  static boolean same(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
  }

  /** Brings all files of these previews in one conversation, before they are read one by one. */
  static void bring(Snapshot snapshot, Collection<PreviewId> previews) {
    try {
      snapshot.prepare(previews.stream().map(id -> TreePath.of(OverlayFolder.path(id))).toList());
    } catch (ProblemsException e) {
      // Whoever reads the one that is wrong says so.
      return;
    }
  }

  /** What reviewers of the GitOps repository want to know, from validated facts only. */
  static String body(Blueprint blueprint, PreviewFacts facts) {
    StringBuilder body = new StringBuilder();
    blueprint
        .url()
        .ifPresent(url ->
            body.append("URL: ")
                .append(Blueprint.bound(url, facts.pullRequest().number()))
                .append('\n'));
    blueprint
        .app()
        .images()
        .forEach(image -> {
          if (facts.digests().containsKey(image.id())) {
            body.append("Image: ")
                .append(image.name())
                .append('@')
                .append(facts.digests().get(image.id()))
                .append('\n');
          }
        });
    facts
        .bundle()
        .ifPresent(pin ->
            body.append("Bundle: ")
                .append(pin.repository())
                .append(" at ")
                .append(pin.revision())
                .append(" (")
                .append(pin.ref())
                .append(")\n"));
    return body.toString().strip();
  }

  /**
   * @param otherwise what is said where there are none
   * @throws ProblemsException (configuration) when the platform delivers by Argo CD's generator
   */
  static void requireOverlays(Platform platform, Problem otherwise) {
    if (platform.gitops().isGenerator()) {
      throw new ProblemsException(Fault.CONFIGURATION, otherwise);
    }
  }

  private static Problem generator(String so, String hint) {
    return Problem.error(
        "delivery-generator",
        null,
        "this platform's previews are made by Argo CD's generator, " + so,
        hint);
  }
}
