package dev.mayfly.manifest;

import static dev.mayfly.manifest.Rendered.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlatformSetTest {
  /** Argo CD may delete only what the project permits; a kind that a preview uses stays. */
  @Test
  void kindsInUseStayPermitted() {
    GroupKind used = new GroupKind("batch", "CronJob");
    assertThat(permitted(Rendered.example("primitives")))
        .isNotEmpty()
        .doesNotContain(used.toString());
    assertThat(
            permitted(
                Rendered.of(
                    Rendered.edited("primitives"),
                    new LivePreviews(Set.of(used), Set.of(), Set.of()))))
        .contains(used.toString())
        .containsAll(permitted(Rendered.example("primitives")));
  }

  /** A preview of another strategy or of other names could not be deleted where it is not let. */
  @Test
  void placesInUseStayPermitted() {
    LivePreviews live =
        new LivePreviews(
            Set.of(), Set.of("pr-7-orders", "old-7", "databases"), Set.of("pr-7-orders", "old-7"));
    String shared = Rendered.edited("monolith");
    assertThat(destinations(Rendered.of(shared, live)))
        .containsExactly("databases", "monolith", "old-7", "pr-7-orders");
    assertThat(namespaces(Rendered.of(shared, live))).containsExactly("old-7", "pr-7-orders");
    String own = Rendered.edited("primitives");
    assertThat(destinations(Rendered.of(own, live)))
        .containsExactly("databases", "old-7", "pr-[0-9]*-orders");
    assertThat(namespaces(Rendered.of(own, live))).containsExactly("old-7", "pr-[0-9]*-orders");
  }

  /**
   * A clone must not reach what a cloud tells its machines, whatever range the API server is in.
   */
  @Test
  void cloudMetadataIsTakenOutOfTheApiServersRange() {
    for (String range : List.of("0.0.0.0/0", "169.254.0.0/16")) {
      Rendered rendered =
          Rendered.example(
              "monolith-overlay",
              "strategy: manifest",
              "strategy: manifest\n    apiServer: {cidr: " + range + "}");
      assertThat(
              rendered.inPreview("network-policy-database-cluster.yaml").location().source().text())
          .contains("169.254.169.254/32");
    }
  }

  private static List<String> destinations(Rendered rendered) {
    return Rendered.items(rendered.inSet("app-project.yaml"), "spec", "destinations").stream()
        .map(destination -> text(destination, "namespace"))
        .toList();
  }

  private static List<String> namespaces(Rendered rendered) {
    return Rendered.items(rendered.inSet("app-project.yaml"), "spec", "clusterResourceWhitelist")
        .stream()
        .map(kind -> text(kind, "name"))
        .toList();
  }

  /** Without the tracking id Argo CD makes the namespace and never deletes it. */
  @Test
  void createdNamespaceIsTracked() {
    Rendered rendered =
        Rendered.example("primitives", "strategy: manifest", "strategy: create-namespace");
    Node spec = rendered.inSet("application-set-orders.yaml").at("spec", "template", "spec");
    assertThat(spec).isNotNull();
    assertThat(Rendered.texts(spec, "syncPolicy", "syncOptions")).contains("CreateNamespace=true");
    assertThat(
            text(
                spec,
                "syncPolicy",
                "managedNamespaceMetadata",
                "annotations",
                "argocd.argoproj.io/tracking-id"))
        .isEqualTo("orders-pr-{{ .spec.pr.number }}:/Namespace:/pr-{{ .spec.pr.number }}-orders");
    assertThat(
            text(
                spec,
                "syncPolicy",
                "managedNamespaceMetadata",
                "annotations",
                "argocd.argoproj.io/sync-wave"))
        .isEqualTo("-10");
    assertThat(
            text(
                spec,
                "syncPolicy",
                "managedNamespaceMetadata",
                "labels",
                "pod-security.kubernetes.io/enforce"))
        .isEqualTo("restricted");
    assertThat(rendered.preview())
        .doesNotContainKey("namespace.yaml")
        .containsKey("resource-quota.yaml");
  }

  @Test
  void namespaceOfTheOverlayComesFirst() {
    Rendered rendered = Rendered.example("primitives");
    int own = wave(rendered.inPreview("namespace.yaml"));
    assertThat(rendered.objects().stream().filter(o -> !text(o, "kind").equals("Namespace")))
        .isNotEmpty()
        .allMatch(object -> wave(object) > own);
  }

  @Test
  void patchesAreNoResources() {
    Rendered rendered = Rendered.example("monolith");
    List<String> resources = Rendered.texts(rendered.inSet("kustomization.yaml"), "resources");
    assertThat(rendered.set().keySet()).contains("platform/patches/argocd-cm.yaml");
    assertThat(resources).isNotEmpty().noneMatch(resource -> resource.contains("patches"));
  }

  @Test
  void everyObjectOfTheSetIsListed() {
    Rendered rendered = Rendered.example("monolith");
    List<String> resources = Rendered.texts(rendered.inSet("kustomization.yaml"), "resources");
    assertThat(rendered.set().keySet())
        .filteredOn(path -> path.matches("platform/[^/]+") && !path.endsWith("kustomization.yaml"))
        .extracting(path -> path.substring("platform/".length()))
        .containsExactlyInAnyOrderElementsOf(resources);
  }

  private static int wave(Node object) {
    return Integer.parseInt(
        text(object, "metadata", "annotations", "argocd.argoproj.io/sync-wave"));
  }

  private static List<String> permitted(Rendered rendered) {
    return Rendered.items(rendered.inSet("app-project.yaml"), "spec", "namespaceResourceWhitelist")
        .stream()
        .map(kind -> new GroupKind(text(kind, "group"), text(kind, "kind")).toString())
        .toList();
  }
}
