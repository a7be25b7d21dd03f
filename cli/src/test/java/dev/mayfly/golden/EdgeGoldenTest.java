package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.manifest.YamlDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each way to previews with each kind of access is rendered as its golden, and lint is content. */
class EdgeGoldenTest {
  private static final Map<String, YamlDraft> DRAFTS = EdgeMatrix.all();
  private static final Map<String, RenderedPlatform> RENDERED = new TreeMap<>();

  @BeforeAll
  static void render() {
    DRAFTS.forEach((name, draft) -> RENDERED.put(name, RenderedPlatform.of(draft)));
  }

  @Test
  void eachIsAsItsGolden() {
    Map<String, byte[]> goldens = new TreeMap<>();
    RENDERED.forEach((name, rendered) ->
        goldens.put(name + ".yaml", EdgeMatrix.text(rendered).getBytes(StandardCharsets.UTF_8)));
    // Two patterns, three kinds of namespace; four ways with four kinds of access, and none.
    assertThat(goldens).hasSize(2 * 3 * (4 * 4 + 1));
    GoldenFiles.verifyTree("edge", goldens);
  }

  @Test
  void noRuleTakesOneWayForTheOnlyOne() {
    Map<String, Object> wrong = new TreeMap<>();
    RENDERED.forEach((name, rendered) -> {
      TreeMap<String, byte[]> files = new TreeMap<>();
      files.put("mayfly.yaml", DRAFTS.get(name).bytes());
      rendered.platformSet().forEach((path, text) -> files.put(path, bytes(text)));
      if (!rendered.loaded().platform().gitops().isGenerator()) {
        rendered.overlays().forEach((path, text) -> files.put(path, bytes(text)));
      }
      List<Finding> findings =
          new Linter(RuleCatalog.ALL).run(Corpus.read(files), LintSettings.DEFAULT);
      // A chart's templates are not read.
      findings.stream()
          .filter(finding -> !finding.rule().equals("YM003"))
          .forEach(finding -> wrong.put(name, finding.toProblem()));
    });
    assertThat(wrong).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
