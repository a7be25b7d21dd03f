package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.InputFile;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only several files together say. */
class AcrossFilesTest {
  private static final String SET =
      """
      # file: base/set.yaml
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: previews, namespace: argocd}
      spec: {goTemplate: true, generators: [], template: {}}
      # file: base/kustomization.yaml
      resources: [set.yaml]
      # file: prod/kustomization.yaml
      resources: [../base]
      """;

  @Test
  void anObjectThatAPatchReachesIsNotJudgedBeforeIt() {
    assertThat(verdicts(SET)).contains(true);
    String patched =
        SET + "patches: [{target: {kind: ApplicationSet, name: pre.*}, path: p.yaml}]\n";
    assertThat(verdicts(patched)).isNotEmpty().containsOnly(false);
    String inline =
        SET + "patches: [{patch: \"kind: ApplicationSet\\nmetadata: {name: previews}\"}]\n";
    assertThat(verdicts(inline)).isNotEmpty().containsOnly(false);
    assertThat(verdicts(inline.replace("name: previews}\"", "name: others}\""))).contains(true);
    assertThat(verdicts(inline.replace("metadata: {name: previews}\"", "\"")))
        .isNotEmpty()
        .containsOnly(false);
    String other = SET + "patches: [{target: {kind: Deployment}, path: p.yaml}]\n";
    assertThat(verdicts(other)).contains(true);
  }

  @Test
  void theOverlaysOfASetAreHeldAgainstItsProject() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FileFinder.Found found =
        FileFinder.find(Path.of("golden/monolith-overlay").toAbsolutePath(), List.of(Path.of("")));
    for (InputFile file : found.files()) {
      String text = new String(file.bytes(), StandardCharsets.UTF_8);
      String entry = "    - group: networking.k8s.io\n      kind: NetworkPolicy\n";
      files.put(file.path(), text.replace(entry, "").getBytes(StandardCharsets.UTF_8));
    }
    Corpus corpus = Corpus.read(files);
    assertThat(new Linter(RuleCatalog.ALL).run(corpus, LintSettings.DEFAULT))
        .isNotEmpty()
        .extracting(Finding::rule)
        .containsOnly("PJ100");
  }

  private static List<Boolean> verdicts(String files) {
    return RuleExamples.lint(files, List.of(RuleCatalog.find("AS062").orElseThrow())).stream()
        .map(Finding::isProven)
        .toList();
  }
}
