package dev.mayfly.manifest;

import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a platform yields: its set, and the overlay of pull request 7 of its first app. */
record Rendered(
    LoadedPlatform loaded, SortedMap<String, Node> set, SortedMap<String, Node> preview) {
  static final int NUMBER = 7;

  /** An example after some replacements, each of a text and what takes its place. */
  static Rendered example(String name, String... replacements) {
    return of(edited(name, replacements), LivePreviews.NONE);
  }

  static String edited(String name, String... replacements) {
    String text = Examples.platform(name);
    for (int i = 0; i < replacements.length; i += 2) {
      if (!text.contains(replacements[i])) {
        throw new IllegalArgumentException("not in the example: " + replacements[i]);
      }
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return text;
  }

  static Rendered of(String text, LivePreviews live) {
    LoadedPlatform loaded = load(text);
    Templates templates = Templates.bundled();
    Overlay overlay = Overlay.of(loaded.blueprints().getFirst(), templates);
    SortedMap<String, Node> preview =
        loaded.platform().gitops().isGenerator()
            ? new TreeMap<>()
            : read(overlay.files(facts(loaded, NUMBER)));
    return new Rendered(loaded, read(PlatformSet.files(loaded, live, templates)), preview);
  }

  static LoadedPlatform load(String text) {
    return PlatformLoader.load("mayfly.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  static PreviewFacts facts(LoadedPlatform loaded, int number) {
    var app = loaded.platform().apps().getFirst();
    Map<String, ImageDigest> digests = new TreeMap<>();
    app.images()
        .forEach(image -> digests.put(image.id(), new ImageDigest("sha256:" + "0a".repeat(32))));
    return new PreviewFacts(
        new PullRequest(
            app.repository(), new PullRequestNumber(number), new CommitSha("1e".repeat(20))),
        digests,
        Optional.empty());
  }

  /** The only document of a set whose path starts so. */
  Node inSet(String path) {
    return Objects.requireNonNull(set.get("platform/" + path), path);
  }

  Node inPreview(String path) {
    return Objects.requireNonNull(preview.get(path), path + " in " + preview.keySet());
  }

  /** The objects of the preview: neither kustomization nor record. */
  List<Node> objects() {
    return preview.values().stream()
        .filter(node -> !Set.of("Kustomization", "Preview").contains(text(node, "kind")))
        .toList();
  }

  static String text(Node node, String... path) {
    return String.valueOf(node.textAt(path));
  }

  /** The texts of a list under a path; empty where there is none. */
  static List<String> texts(Node node, String... path) {
    return node.at(path) instanceof ListNode list
        ? list.items().stream().map(item -> String.valueOf(item.textAt())).toList()
        : List.of();
  }

  static List<Node> items(Node node, String... path) {
    return node.at(path) instanceof ListNode list ? list.items() : List.of();
  }

  private static SortedMap<String, Node> read(SortedMap<String, String> files) {
    SortedMap<String, Node> nodes = new TreeMap<>();
    files.forEach((path, text) -> {
      if (path.endsWith(".yaml")) {
        nodes.put(
            path,
            new YamlReader(Budget.ADMIN)
                .read(path, text.getBytes(StandardCharsets.UTF_8))
                .single(Fault.RENDERING));
      }
    });
    return nodes;
  }
}
