package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What rendering has just made is looked at once a template, and a record it was made from never.
 */
class AsRenderedTest {
  private static final String QUOTA =
      """
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: preview, namespace: %s-shop, labels: {app: 17}}
      spec: {hard: {pods: "20"}, scopes: [BestEffort]}
      """;

  private final Map<String, byte[]> files = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"MF003", "MF004"})
  void ofTwoPreviewsThatAreAsRenderedTheFirstIsLookedAt(String rule) {
    preview("shop", "pr-1");
    preview("shop", "pr-2");
    preview("cart", "pr-1");

    assertThat(files(rule, Set.of()))
        .containsExactlyInAnyOrder(
            quota("cart", "pr-1"), quota("shop", "pr-1"), quota("shop", "pr-2"));
    assertThat(files(rule, files.keySet()))
        .containsExactlyInAnyOrder(quota("cart", "pr-1"), quota("shop", "pr-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MF003", "MF004"})
  void oneThatIsNotAsRenderedIsLookedAtBesideThem(String rule) {
    preview("shop", "pr-1");
    preview("shop", "pr-2");

    assertThat(files(rule, Set.of(quota("shop", "pr-1"))))
        .containsExactlyInAnyOrder(quota("shop", "pr-1"), quota("shop", "pr-2"));
  }

  @Test
  void aRecordThatIsAsRenderedWasReadToRenderIt() {
    preview("shop", "pr-1");

    assertThat(files("MF002", Set.of())).contains("previews/shop/pr-1/preview.yaml");
    assertThat(files("MF002", files.keySet())).isEmpty();
  }

  private void preview(String app, String number) {
    String folder = "previews/" + app + "/" + number;
    put(
        folder + "/preview.yaml",
        "apiVersion: mayfly.dev/v1alpha1\nkind: Preview\nmetadata: {name: a}\n");
    put(quota(app, number), QUOTA.formatted(number));
  }

  private static String quota(String app, String number) {
    return "previews/" + app + "/" + number + "/resource-quota.yaml";
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> files(String rule, Set<String> unchanged) {
    LintSettings settings = LintSettings.DEFAULT.withRendered(files.keySet(), unchanged);
    return new Linter(RuleCatalog.ALL.stream().filter(it -> it.card().id().equals(rule)).toList())
        .run(Corpus.read(files), settings).stream()
            .map(Finding::location)
            .map(at -> at.file())
            .collect(Collectors.toSet());
  }
}
