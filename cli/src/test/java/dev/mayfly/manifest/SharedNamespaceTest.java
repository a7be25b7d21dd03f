package dev.mayfly.manifest;

import static dev.mayfly.manifest.Rendered.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shared namespace holds production: the rules that protect it, one test each. */
class SharedNamespaceTest {
  private static final String[] SHARED = {
    "strategy: manifest", "strategy: shared\n    name: monolith"
  };

  /** A clone beside its source, a database in a shared cluster with secrets, and a bare app. */
  static Stream<Rendered> previews() {
    String helm = "{kind: helm, path: deploy}";
    return Stream.of(
        Rendered.example("monolith-overlay", SHARED),
        Rendered.example(
            "primitives",
            SHARED[0],
            SHARED[1],
            "{kind: kustomize, path: primitives/service/orders/deploy}",
            helm,
            "service: {name: orders,",
            "service: {name: \"${preview.application}\","),
        databaseBesideThePreview(),
        bareKustomization());
  }

  @ParameterizedTest
  @MethodSource("previews")
  void nothingThatRulesTheWholeNamespace(Rendered rendered) {
    assertThat(rendered.objects())
        .extracting(node -> text(node, "kind"))
        .isNotEmpty()
        .doesNotContain("Namespace", "ResourceQuota", "LimitRange");
  }

  @ParameterizedTest
  @MethodSource("previews")
  void noPolicySelectsPodsOfOthers(Rendered rendered) {
    List<Node> policies =
        rendered.objects().stream().filter(n -> text(n, "kind").equals("NetworkPolicy")).toList();
    assertThat(policies).hasSizeGreaterThan(3);
    for (Node policy : policies) {
      Node labels = policy.at("spec", "podSelector", "matchLabels");
      assertThat(labels).as(text(policy, "metadata", "name")).isInstanceOf(MapNode.class);
      assertThat(((MapNode) labels).entries()).isNotEmpty();
      ((MapNode) labels)
          .entries()
          .forEach(label -> assertThat(label.value().textAt()).contains("pr-" + Rendered.NUMBER));
    }
  }

  @ParameterizedTest
  @MethodSource("previews")
  void everyObjectNameCarriesTheNumber(Rendered rendered) {
    assertThat(rendered.objects())
        .extracting(node -> text(node, "metadata", "name"))
        .allMatch(name -> (name + "-").contains("-pr-" + Rendered.NUMBER + "-"));
  }

  @ParameterizedTest
  @MethodSource("previews")
  void everySecretThatIsWrittenCarriesTheNumber(Rendered rendered) {
    for (Node node : rendered.objects()) {
      if (text(node, "kind").equals("ExternalSecret")) {
        assertThat(text(node, "spec", "target", "name")).contains("-pr-" + Rendered.NUMBER + "-");
        assertThat(text(node, "spec", "target", "creationPolicy")).isEqualTo("Owner");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("previews")
  void routeLeadsToThePreviewsOwnService(Rendered rendered) {
    Node route = rendered.inPreview("http-route.yaml");
    Node backend =
        Rendered.items(Rendered.items(route, "spec", "rules").getFirst(), "backendRefs").getFirst();
    assertThat(text(backend, "name")).contains("-pr-" + Rendered.NUMBER);
  }

  @ParameterizedTest
  @MethodSource("previews")
  void argoCdFailsOnAResourceOfAnotherApplication(Rendered rendered) {
    assertThat(
            Rendered.texts(set(rendered), "spec", "template", "spec", "syncPolicy", "syncOptions"))
        .contains("FailOnSharedResource=true")
        .doesNotContain("CreateNamespace=true");
  }

  @ParameterizedTest
  @MethodSource("previews")
  void apiServerRefusesForeignNames(Rendered rendered) {
    Node policy =
        rendered.set().entrySet().stream()
            .filter(file -> file.getKey().matches("platform/admission-policy-[a-z]+\\.yaml"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(Rendered.items(policy, "spec", "validations"))
        .extracting(validation -> text(validation, "message"))
        .contains("in a shared namespace every object is named after its preview");
  }

  @ParameterizedTest
  @MethodSource("previews")
  void projectPermitsNoNamespaceAndNothingClusterWide(Rendered rendered) {
    Node project = rendered.inSet("app-project.yaml");
    assertThat(Rendered.items(project, "spec", "clusterResourceWhitelist")).isEmpty();
    assertThat(Rendered.items(project, "spec", "destinations"))
        .extracting(destination -> text(destination, "namespace"))
        .contains(
            rendered.loaded().blueprints().getFirst().names().namespace().literal().orElseThrow())
        .noneMatch(namespace -> namespace.contains("*"));
  }

  @Test
  void aPlatformThatSharesIsWarned() {
    assertThat(Rendered.example("monolith-overlay", SHARED).loaded().warnings())
        .extracting(Problem::id)
        .containsExactly("shared-namespace", "shared-namespace-quota");
    assertThat(Rendered.example("monolith-overlay").loaded().warnings()).isEmpty();
  }

  /** The chart is told the names; they are the preview's own. */
  @Test
  void helmBundleIsToldThePreviewsOwnNames() {
    Node values =
        Rendered.items(
                set(Rendered.example("monolith-overlay", SHARED)),
                "spec",
                "template",
                "spec",
                "sources")
            .getFirst()
            .at("helm", "valuesObject");
    assertThat(values).isNotNull();
    assertThat(text(values, "databaseSecret"))
        .isEqualTo("monolith-pg-pr-{{ .spec.pr.number }}-app");
    assertThat(text(values, "configMap")).isEqualTo("monolith-pr-{{ .spec.pr.number }}-bindings");
  }

  /** Argo CD's kustomize prefixes names and labels pods, selectors included. */
  @Test
  void kustomizeBundleIsPrefixedAndLabelled() {
    Node kustomize =
        Rendered.items(set(bareKustomization()), "spec", "template", "spec", "sources")
            .getFirst()
            .at("kustomize");
    assertThat(kustomize).isNotNull();
    assertThat(text(kustomize, "namePrefix")).isEqualTo("orders-pr-{{ .spec.pr.number }}-");
    assertThat(text(kustomize, "commonLabels", "mayfly.dev/preview"))
        .isEqualTo("orders-pr-{{ .spec.pr.number }}");
  }

  private static Node set(Rendered rendered) {
    return rendered.set().entrySet().stream()
        .filter(file -> file.getKey().startsWith("platform/application-set-"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** The shared cluster is where the previews are. */
  private static Rendered databaseBesideThePreview() {
    return Rendered.example(
        "primitives",
        "strategy: manifest",
        "strategy: shared\n    name: databases",
        "{kind: kustomize, path: primitives/service/orders/deploy}",
        "{kind: helm, path: deploy}",
        "service: {name: orders,",
        "service: {name: \"${preview.application}\",");
  }

  /** CloudNativePG makes no Secret with the connection of a role. */
  @Test
  void connectionToASharedDatabaseBesideThePreviewIsRendered() {
    Rendered rendered = databaseBesideThePreview();
    Node secret = rendered.inPreview("bindings-database.yaml");
    assertThat(text(secret, "spec", "target", "name")).isEqualTo("orders-pr-7-database");
    assertThat(text(rendered.inPreview("database-role-secret.yaml"), "spec", "target", "name"))
        .isEqualTo("orders-pr-7-role");
    assertThat(rendered.loaded().blueprints().getFirst().names().database().orElseThrow().secret())
        .hasToString("orders-pr-<number>-database");
  }

  /** A kustomization that refers to nothing of the overlay; anything else is refused. */
  private static Rendered bareKustomization() {
    String text =
        Rendered.edited(
            "primitives",
            SHARED[0],
            SHARED[1],
            "service: {name: orders,",
            "service: {name: \"${preview.application}-orders\",");
    String before = text.substring(0, text.indexOf("      bindings:\n"));
    String after =
        text.substring(text.indexOf("      service:"), text.indexOf("      database:\n"));
    return Rendered.of(before + after, LivePreviews.NONE);
  }
}
