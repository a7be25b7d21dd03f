package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Production lives next door: what a preview must not have, and must have, in a shared namespace.
 */
class SharedNamespacePreviewTest {
  private static final Set<String> NAMESPACE_WIDE =
      Set.of("Namespace", "ResourceQuota", "LimitRange");

  @TestFactory
  Stream<DynamicTest> aSharedNamespaceIsSafe() {
    return PlatformMatrix.ALL.accepted().entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), RenderedPlatform.of(entry.getValue())))
        .filter(entry -> entry.getValue().loaded().platform().namespace().isShared())
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  @Test
  void thereAreSuchPlatforms() {
    assertThat(aSharedNamespaceIsSafe().count()).isGreaterThan(15);
  }

  private static void check(RenderedPlatform rendered) {
    List<Node> objects = objects(rendered);
    assertThat(objects).isNotEmpty();
    for (Node object : objects) {
      String kind = object.textAt("kind");
      String name = object.textAt("metadata", "name");
      assertThat(NAMESPACE_WIDE).doesNotContain(kind);
      assertThat(name).as(kind).containsPattern("(^|-)42(-|$)");
      if (kind.equals("NetworkPolicy")) {
        assertThat(((MapNode) object.at("spec", "podSelector", "matchLabels")).entries())
            .as(name)
            .isNotEmpty();
        assertThat(object.at("spec", "podSelector").toString()).as(name).contains("42");
        assertNoOpenPeer(object);
      }
      assertThat(foreignSecrets(object)).as(name).isEmpty();
    }
    Node set =
        rendered.platformSet().entrySet().stream()
            .filter(e -> e.getKey().startsWith("platform/application-set-"))
            .map(e -> PlainTrees.read(e.getKey(), e.getValue()))
            .findFirst()
            .orElseThrow();
    assertThat(set.at("spec", "template", "spec", "syncPolicy", "syncOptions").toString())
        .contains("FailOnSharedResource=true")
        .doesNotContain("CreateNamespace");
    Node project =
        PlainTrees.read("project", rendered.platformSet().get("platform/app-project.yaml"));
    assertThat(project.at("spec", "clusterResourceWhitelist").toString())
        .doesNotContain("Namespace");
  }

  /** A peer without a namespace would be every pod next door. */
  private static void assertNoOpenPeer(Node policy) {
    for (String direction : List.of("ingress", "egress")) {
      if (policy.at("spec", direction) instanceof dev.mayfly.yaml.ListNode rules) {
        for (Node rule : rules.items()) {
          Node peers = rule.at(direction.equals("ingress") ? "from" : "to");
          for (Node peer : ((dev.mayfly.yaml.ListNode) peers).items()) {
            boolean inside = peer.at("namespaceSelector") == null && peer.at("ipBlock") == null;
            if (inside) {
              assertThat(((MapNode) peer.at("podSelector", "matchLabels")).entries()).isNotEmpty();
            }
          }
        }
      }
    }
  }

  /** Secrets that an object names: only such as carry the preview's number. */
  private static Set<String> foreignSecrets(Node object) {
    Set<String> foreign = new TreeSet<>();
    PlainTrees.scalars(
        object,
        (keys, scalar) -> {
          String last = keys.getLast();
          boolean names =
              keys.contains("secretKeyRef")
                  || keys.contains("passwordSecret")
                  || keys.contains("secretName")
                  || keys.equals(List.of("spec", "target", "name"));
          if (names
              && (last.equals("name") || last.equals("secretName"))
              && !scalar.text().matches(".*\\b42\\b.*")) {
            foreign.add(String.join(".", keys) + " " + scalar.text());
          }
        });
    return foreign;
  }

  private static List<Node> objects(RenderedPlatform rendered) {
    List<Node> objects = new ArrayList<>();
    rendered
        .overlays()
        .forEach((path, text) -> {
          if (!path.endsWith("/kustomization.yaml") && !path.endsWith("/preview.yaml")) {
            objects.add(PlainTrees.read(path, text));
          }
        });
    return objects;
  }
}
