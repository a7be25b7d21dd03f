package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice for a file that Mayfly writes leads to what it is written from. */
class FixInPlatformTest {
  private static final Pattern FIELD = Pattern.compile("`([^`]+)`");

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: all, namespace: pr-17-shop, labels: {team: shop}}
      spec:
        podSelector: {}
        egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]
      """;

  private static final String CLUSTER =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: pr-17-shop, annotations: {a: 1}}
      """;

  static List<Rule> advising() {
    return RuleCatalog.ALL.stream()
        .filter(it -> it.card().fixInPlatform().contains("mayfly.yaml"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("advising")
  void theFieldsOfThePlatformExist(Rule rule) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("schemas/mayfly.schema.json"));
    Node schema = new JsonReader(Budget.ADMIN).read("schema", bytes).single(Fault.CONFIGURATION);
    List<String> fields =
        FIELD
            .matcher(rule.card().fixInPlatform())
            .results()
            .map(it -> it.group(1).replace("[]", ""))
            .filter(it -> !it.equals("mayfly.yaml"))
            .toList();
    assertThat(fields).isNotEmpty();
    for (String field : fields) {
      List<Node> found = new ArrayList<>(field(schema, schema, "spec"));
      for (String step : field.split("\\.")) {
        found = found.stream().flatMap(it -> field(schema, it, step).stream()).toList();
      }
      assertThat(found).as(field).isNotEmpty();
    }
  }

  private static List<Node> field(Node root, Node schema, String name) {
    List<Node> found = new ArrayList<>();
    String reference = schema.textAt("$ref");
    if (reference != null && root.at("$defs", reference.substring(8)) instanceof Node target) {
      found.addAll(field(root, target, name));
    }
    if (schema.at("properties", name) instanceof Node property) {
      found.add(property);
    }
    for (String inner : List.of("items", "then")) {
      if (schema.at(inner) instanceof Node item) {
        found.addAll(field(root, item, name));
      }
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.at(choice) instanceof ListNode list) {
        list.items().forEach(it -> found.addAll(field(root, it, name)));
      }
    }
    return found;
  }

  @Test
  void aFileOfSomebodyIsMendedInPlace() {
    Finding cidr = only("# file: a/policy.yaml\n" + POLICY, "NS009");
    assertThat(cidr.hint()).isEqualTo(RuleCatalog.find("NS009").orElseThrow().card().fix());
    assertThat(only("# file: pr-17/a.yaml\n" + CLUSTER, "WL002").fix()).isNotEmpty();
  }

  @Test
  void aFileBesideARecordIsRendered() {
    String record = "# file: pr-17/preview.yaml\napiVersion: mayfly.dev/v1alpha1\nkind: Preview\n";
    Finding found = only(record + "# file: pr-17/a.yaml\n" + CLUSTER, "WL002");
    assertThat(found.hint())
        .isEqualTo("Mayfly writes this file: change what it is rendered from, and render it again");
    assertThat(found.fix()).isEmpty();
    assertThat(only(record + "# file: pr-17/a.yaml\n" + CLUSTER, "NS002").hint())
        .isEqualTo("set `namespace.podSecurity` in `mayfly.yaml`, and render again");
    assertThat(only(record + "# file: pr-17/more/a.yaml\n" + CLUSTER, "WL002").fix()).isNotEmpty();
  }

  @Test
  void soIsWhatTheRunSaysItWouldRender() {
    Map<String, byte[]> files = RuleExamples.files("# file: a/policy.yaml\n" + POLICY);
    Rule rule = RuleCatalog.find("NS009").orElseThrow();
    assertThat(
            new Linter(List.of(rule))
                .run(
                    Corpus.read(files),
                    LintSettings.DEFAULT.withRendered(Set.of("a/policy.yaml"), Set.of())))
        .singleElement()
        .satisfies(it -> assertThat(it.hint()).startsWith("Mayfly writes this file"));
  }

  /** What would settle a question is the same whoever writes the file. */
  @Test
  void whatIsUndecidedKeepsItsAdvice() {
    String record = "# file: pr-17/preview.yaml\napiVersion: mayfly.dev/v1alpha1\nkind: Preview\n";
    String shop =
        """
        # file: pr-17/kustomization.yaml
        resources: [shop.yaml]
        images: [{name: shop, newTag: latest}]
        # file: pr-17/shop.yaml
        apiVersion: v1
        kind: Pod
        metadata: {name: shop, namespace: pr-17-shop}
        spec: {containers: [{name: shop, image: shop}]}
        """;
    assertThat(only(record + shop, "AP065").hint()).isEqualTo("lint what kustomize makes of it");
  }

  @Test
  void soIsWhatMayflyLabelsAndThePlatformFolder() {
    String labelled = POLICY.replace("team: shop", "mayfly.dev/platform: shop");
    assertThat(only("# file: a/policy.yaml\n" + labelled, "NS009").hint()).startsWith("Mayfly ");
    String platform = "# file: x/mayfly.yaml\nspec: {}\n";
    assertThat(only(platform + "# file: x/platform/a.yaml\n" + POLICY, "NS009").hint())
        .startsWith("Mayfly ");
    assertThat(only(platform + "# file: platform/a.yaml\n" + POLICY, "NS009").hint())
        .doesNotStartWith("Mayfly ");
  }

  private static Finding only(String files, String rule) {
    List<Finding> found = RuleExamples.lint(files, List.of(RuleCatalog.find(rule).orElseThrow()));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
