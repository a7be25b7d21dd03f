package dev.mayfly.lint.rule.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of previews that are as rendering makes them one document of each template is looked at. */
class OneDocumentPerTemplateTest {
  private static final String OBJECT = "apiVersion: v1\nkind: Service\nmetadata: {name: %s}\n";
  private final Map<String, byte[]> files = new HashMap<>();

  private void preview(String folder) {
    file(folder + "/one.yaml", OBJECT.formatted("a") + "---\n" + OBJECT.formatted("b"));
    file(folder + "/two.yaml", OBJECT.formatted("c"));
    file(folder + "/kustomization.yaml", "resources: [one.yaml, two.yaml]\n");
  }

  private void file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> documents(Set<String> unchanged) {
    List<String> seen = new ArrayList<>();
    CorpusRule rule =
        (corpus, out) ->
            RenderedDocuments.of(corpus, out)
                .forEach(it -> seen.add(it.file() + ":" + it.root().location().line()));
    LintSettings settings = LintSettings.DEFAULT.withRendered(files.keySet(), unchanged);
    new Linter(List.of(Rule.of("AP065", rule))).run(Corpus.read(files), settings);
    return seen;
  }

  @Test
  void everyTemplateOfEveryAppIsJudged() {
    preview("previews/orders/pr-1");
    preview("previews/orders/pr-2");
    preview("previews/cart/pr-1");
    Set<String> all = files.keySet();
    assertThat(documents(all))
        .containsExactlyInAnyOrder(
            "previews/cart/pr-1/one.yaml:1",
            "previews/cart/pr-1/one.yaml:5",
            "previews/cart/pr-1/two.yaml:1",
            "previews/cart/pr-1/kustomization.yaml:1",
            "previews/orders/pr-1/one.yaml:1",
            "previews/orders/pr-1/one.yaml:5",
            "previews/orders/pr-1/two.yaml:1",
            "previews/orders/pr-1/kustomization.yaml:1");
    assertThat(documents(Set.of())).hasSize(12);
    Set<String> butOne = new HashSet<>(all);
    butOne.remove("previews/orders/pr-2/two.yaml");
    assertThat(documents(butOne)).hasSize(9).contains("previews/orders/pr-2/two.yaml:1");
  }
}
