package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.bundle.build.ObjectBuild;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.App.Bundle.Kind;
import dev.mayfly.platform.Version;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is worked out without kustomize is what the real one makes of the same files, or nothing.
 */
class PlainKustomizeTest {
  private static final int GENERATED = 200;

  /** An Application that sets nothing. */
  static final ArgoSettings NOTHING = settings("", Map.of());

  private static final ArgoSettings SETTINGS =
      settings("pr-7-orders", Map.of("ghcr.io/acme/orders", "sha256:" + "1".repeat(64)));

  private static ArgoSettings settings(String namespace, Map<String, String> images) {
    return new ArgoSettings(
        new Version(3, 5),
        new Version(1, 35),
        namespace,
        Optional.empty(),
        images,
        Map.of(),
        List.of(),
        "orders-pr-7",
        List.of(),
        Optional::empty);
  }

  @Test
  void generatedKustomizationsAreAsTheRealOneBuildsThem() {
    RenderTool kustomize = Programs.tool("kustomize");
    int decided = 0;
    for (long seed = 0; seed < GENERATED; seed++) {
      SortedMap<String, byte[]> files = new GeneratedKustomization(seed).files();
      BundleFindings findings = new BundleFindings(Severity.ERROR);
      List<BundleObject> ours = objects(files, RenderTool.NONE, findings);
      if (findings.hasErrors()) {
        assertThat(findings.sorted()).extracting(Problem::id).containsOnly("undecided");
        continue;
      }
      decided++;
      BundleFindings said = new BundleFindings(Severity.ERROR);
      assertThat(seen(ours))
          .as("seed %s: %s", seed, text(files))
          .isEqualTo(seen(objects(files, kustomize, said)));
      assertThat(said.sorted()).as("seed %s", seed).isEmpty();
    }
    assertThat(decided).isBetween(GENERATED / 3, GENERATED - 10);
  }

  private static List<BundleObject> objects(
      SortedMap<String, byte[]> files, RenderTool tool, BundleFindings findings) {
    return ObjectBuild.objects(
        Kind.KUSTOMIZE, new BundleFiles("", files), SETTINGS, tool, findings);
  }

  private static String text(SortedMap<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (path, bytes) ->
            text.append("\n# ")
                .append(path)
                .append('\n')
                .append(new String(bytes, StandardCharsets.UTF_8)));
    return text.toString();
  }

  private static List<String> seen(List<BundleObject> objects) {
    return objects.stream().map(object -> seen(object.root())).sorted().toList();
  }

  /** The tree with its keys in order; a scalar with what a reader takes it for. */
  private static String seen(Node node) {
    return switch (node) {
      case MapNode map -> {
        TreeMap<String, String> entries = new TreeMap<>();
        map.entries().forEach(entry -> entries.put(entry.key().text(), seen(entry.value())));
        yield entries.toString();
      }
      case ListNode list ->
          list.items().stream()
              .map(PlainKustomizeTest::seen)
              .collect(Collectors.joining(", ", "[", "]"));
      case ScalarNode scalar -> scalar.describe() + " " + scalar.text();
    };
  }
}
