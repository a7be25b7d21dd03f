package dev.mayfly.change;

import dev.mayfly.delivery.Policy;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.manifest.SamplePreview;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.review.Rerendering;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlReader;
import dev.mayfly.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a policy renders, object by object: the platform's, and one preview of every app. */
final class RenderedObjects {
  /** What a preview was made from is no object of the cluster. */
  private static final String RECORDS = "mayfly.dev/";

  /** The sample's; names hold nothing else of a pull request. */
  private static final String NUMBER = PullRequestNumber.LARGEST.toString();

  private final SortedMap<RenderedObject, String> texts = new TreeMap<>();

  private RenderedObjects() {}

  static SortedMap<RenderedObject, String> of(Policy policy, Rerendering rendering) {
    RenderedObjects objects = new RenderedObjects();
    rendering
        .files()
        .forEach((path, text) -> {
          if (path.startsWith("platform/")) {
            objects.add("", path, text);
          }
        });
    for (Blueprint blueprint : policy.loaded().all()) {
      policy
          .overlay(blueprint)
          .files(SamplePreview.facts(blueprint))
          .forEach((path, text) -> objects.add(blueprint.app().name(), path, text));
    }
    return objects.texts;
  }

  private void add(String owner, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Node document : new YamlReader(Budget.LINT).read(path, bytes).documents()) {
      String kind = document.textAt("kind");
      String name = document.textAt("metadata", "name");
      String version = document.textOrEmpty("apiVersion");
      if (kind != null && name != null && !version.startsWith(RECORDS)) {
        texts.put(
            new RenderedObject(
                owner,
                GroupKind.groupOf(version),
                kind,
                anyNumber(document.textOrEmpty("metadata", "namespace")),
                anyNumber(name)),
            YamlWriter.write(Trees.of(document)));
      }
    }
  }

  private static String anyNumber(String name) {
    return name.replace(NUMBER, "<number>");
  }
}
