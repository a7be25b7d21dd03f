package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.NetworkPolicy;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Image;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The previews that lie in a workspace. */
public final class PreviewsOnDisk {
  private static final YamlReader READER = new YamlReader(Budget.LINT);
  private static final String RECORD = "/" + PreviewFolders.RECORD;

  private final SortedMap<String, byte[]> files;

  private PreviewsOnDisk(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  public static PreviewsOnDisk read(Path root) {
    return new PreviewsOnDisk(PreviewFiles.read(root));
  }

  /** The previews among files that were read otherwise, by path in the repository. */
  public static PreviewsOnDisk of(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> ours = new TreeMap<>();
    files.forEach((path, bytes) -> {
      if (PreviewFolders.holding(path).filter(it -> files.containsKey(it + RECORD)).isPresent()) {
        ours.put(path, bytes);
      }
    });
    return new PreviewsOnDisk(ours);
  }

  /** Every file of every overlay by its path in the repository. */
  public SortedMap<String, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  /** The same as text, for people to compare. */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  /**
   * What each overlay was rendered from.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) when a record cannot be read
   */
  public List<Recorded> records() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(RECORD))
        .map(file -> Recorded.read(file.getKey(), file.getValue()))
        .toList();
  }

  /** What the objects in the overlays are and where. */
  public LivePreviews live() {
    SortedSet<GroupKind> kinds = new ConcurrentSkipListSet<>();
    SortedSet<String> destinations = new ConcurrentSkipListSet<>();
    SortedSet<String> namespaces = new ConcurrentSkipListSet<>();
    files.entrySet().parallelStream()
        .filter(file -> file.getKey().endsWith(".yaml") && !isOurs(file.getKey()))
        .map(file -> READER.read(file.getKey(), file.getValue()))
        .flatMap(read -> read.documents().stream())
        .forEach(document -> {
          if (document.textAt("apiVersion") != null && document.textAt("kind") != null) {
            kinds.add(GroupKind.of(document));
          }
          Optional.ofNullable(document.textAt("metadata", "namespace"))
              .ifPresent(destinations::add);
          ownNamespace(document).ifPresent(namespaces::add);
        });
    return new LivePreviews(kinds, destinations, namespaces);
  }

  /**
   * The namespace that a preview brings, or that Argo CD made for it: nowhere else does a policy of
   * ours select every pod.
   */
  private static Optional<String> ownNamespace(Node object) {
    if ("Namespace".equals(object.textAt("kind"))) {
      return Optional.ofNullable(object.textAt("metadata", "name"));
    }
    return new NetworkPolicy(object).pods().meansAll()
        ? Optional.ofNullable(object.textAt("metadata", "namespace"))
        : Optional.empty();
  }

  private static boolean isOurs(String path) {
    return path.endsWith(RECORD) || path.endsWith("/kustomization.yaml");
  }

  /**
   * Refuses a platform that does not serve the overlays: without its app an overlay has no
   * ApplicationSet and Argo CD takes the preview away while its overlay stays; and with strict
   * templates one key that an overlay lacks stops every preview of the app, and every teardown too.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) naming each overlay
   */
  public void requireServedBy(LoadedPlatform loaded) {
    if (loaded.platform().gitops().isGenerator()) {
      return;
    }
    Problems problems = new Problems();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith(RECORD)) {
        Recorded record = Recorded.read(file.getKey(), file.getValue());
        Location at = Location.ofFile(file.getKey());
        // What apps of an environment share has a record too.
        Optional<App> app = loaded.blueprint(record.app()).map(Blueprint::app);
        if (app.isEmpty()) {
          problems.error(
              "unknown-app",
              at,
              "unknown app `" + record.app() + "`, of which there is a preview",
              "close its previews, or bring the app back");
        }
        if (app.flatMap(it -> it.bundle().origin().followed()).isPresent()
            && record.facts().bundle().isEmpty()) {
          problems.error(
              "overlay-lacks-key",
              at,
              "the overlay does not say which commit of its bundle's repository it is for",
              "render and merge the overlays first, the ApplicationSet second");
        }
        for (Image image : app.map(App::images).orElse(List.of())) {
          if (!record.facts().digests().containsKey(image.id())) {
            problems.error(
                "overlay-lacks-key",
                at,
                "the overlay has no digest for image `" + image.id() + "`",
                "render and merge the overlays first, the ApplicationSet second");
          }
        }
      }
    }
    problems.throwIfAny(Fault.RENDERING);
  }
}
