package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Baseline;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fixer;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.card.CaseSources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What surrounds the rules: places, suppressions, baselines, fixes. */
class LinterTest {
  private static final String CONFIG =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: shop
        labels:
          tier: 1   # how near it is to the user
      data: {MODE: true, NAME: "ä"}
      """;

  @Test
  void aFindingPointsAtTheValue() {
    Finding finding = lint(CONFIG).getFirst();
    assertThat(finding.location().toString()).isEqualTo("example.yaml:6:11");
    assertThat(finding.location().endColumn()).isEqualTo(12);
    assertThat(finding.subject()).isEqualTo("ConfigMap shop");
  }

  @Test
  void aFixChangesNothingButItsOwnBytes() {
    Fixer.Fixed fixed = Fixer.fix(lint(CONFIG));
    assertThat(fixed.findings()).isEqualTo(2);
    assertThat(fixed.files().get("example.yaml"))
        .isEqualTo(CONFIG.replace("tier: 1 ", "tier: \"1\" ").replace("true", "\"true\""));
    assertThat(lint(fixed.files().get("example.yaml"))).isEmpty();
  }

  @Test
  void aFixKeepsCarriageReturnsAndCharactersBeyondTheFirstPlane() {
    String text = "apiVersion: v1\r\nkind: ConfigMap\r\ndata: {\"\uD83D\uDE00\": a, n: 7}\r\n";
    Map<String, byte[]> files = Map.of("x.yaml", text.getBytes(StandardCharsets.UTF_8));
    Fixer.Fixed fixed =
        Fixer.fix(new Linter(RuleCatalog.ALL).run(Corpus.read(files), LintSettings.DEFAULT));
    assertThat(fixed.files().get("x.yaml")).isEqualTo(text.replace("7", "\"7\""));
  }

  @Test
  void aFixAddsAFieldInTheStyleOfTheMap() {
    for (String good : List.of("AS028", "SH001", "DB016")) {
      var rules = List.of(RuleCatalog.find(good).orElseThrow());
      Fixer.Fixed fixed = Fixer.fix(RuleExamples.lint(CaseSources.read(good).bad().text(), rules));
      assertThat(RuleExamples.lint(fixed.files().get("example.yaml"), rules)).as(good).isEmpty();
    }
  }

  @Test
  void aSuppressionWithAReasonSilencesItsLineOrTheNext() {
    String same =
        CONFIG.replace("# how", "# mayfly: ignore WL002 the label is read by a script; how");
    assertThat(lint(same)).extracting(it -> it.location().line()).containsExactly(7);
    String above =
        CONFIG.replace("\ndata:", "\n# mayfly: ignore wrong-type read as YAML\n# twice\ndata:");
    assertThat(lint(above)).extracting(it -> it.location().line()).containsExactly(6);
  }

  /** A comment in a block is a part of its text, so the one at its key counts for all of it. */
  @Test
  void aSuppressionAtTheKeyOfABlockSilencesWhatStandsInIt() {
    String set =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: x, namespace: argocd}
        spec:
          goTemplate: true
          generators: [{clusters: {}}]
          templatePatch: | # how
            metadata:

              labels: {a: "{{ now }}"}
          template:
            metadata: {name: "x-{{ uuidv4 }}"}
            spec: {project: "p", destination: {server: "{{ .server }}"}}
        """;
    assertThat(linesOf("AS008", set)).containsExactly(10, 12);
    String why = "# mayfly: ignore AS008 it is meant";
    assertThat(linesOf("AS008", set.replace("# how", why))).containsExactly(12);
    assertThat(linesOf("LT002", set.replace("# how", why))).isEmpty();
    assertThat(linesOf("AS008", set.replace("  templatePatch", "  " + why + "\n  templatePatch")))
        .containsExactly(13);
    assertThat(linesOf("AS008", set.replace("  generators", "  " + why + "\n  generators")))
        .containsExactly(11, 13);
  }

  private static List<Integer> linesOf(String rule, String text) {
    return lint(text).stream()
        .filter(it -> it.rule().equals(rule))
        .map(it -> it.location().line())
        .toList();
  }

  @Test
  void aSuppressionWithoutAReasonOrUseIsReported() {
    assertThat(lint(CONFIG.replace("\ndata:", "\n# mayfly: ignore WL002\ndata:")))
        .extracting(Finding::rule)
        .containsExactly("WL002", "LT001", "WL002");
    assertThat(lint(CONFIG.replace("apiVersion", "# mayfly: ignore AS001 why\napiVersion")))
        .extracting(Finding::rule)
        .contains("LT002");
  }

  @Test
  void aBaselineHidesWhatItListsEvenWhenLinesMove() {
    List<Finding> before = lint(CONFIG);
    Baseline baseline =
        Baseline.read("b.json", Baseline.write(before).getBytes(StandardCharsets.UTF_8));
    assertThat(baseline.compare(lint("# moved\n\n" + CONFIG)).fresh()).isEmpty();
    Baseline.Comparison later = baseline.compare(lint(CONFIG.replace("tier: 1", "tier: one")));
    assertThat(later.fresh()).isEmpty();
    assertThat(later.stale()).singleElement().asString().contains("example.yaml: WL002");
  }

  @Test
  void aSeverityCanBeChangedWithAReason() {
    LintSettings settings =
        new LintSettings(
            LintSettings.DEFAULT.targets(),
            Map.of(
                "WL002",
                new SeverityOverride(
                    Severity.ERROR,
                    Optional.of(Severity.NOTE),
                    "the chart quotes them",
                    "mayfly.yaml:9")));
    assertThat(new Linter(RuleCatalog.ALL).run(Corpus.read(RuleExamples.files(CONFIG)), settings))
        .extracting(Finding::severity)
        .containsOnly(Severity.NOTE);
  }

  /** A rule that knows the files around an object decides about patches itself. */
  @Test
  void whatAnObjectIsAloneIsUndecidedWhereAPatchMayChangeIt() {
    String kustomization = "resources: [object.yaml]\npatches: [{path: part.yaml}]\n";
    byte[] config = CONFIG.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files =
        Map.of(
            "kustomization.yaml", kustomization.getBytes(StandardCharsets.UTF_8),
            "object.yaml", config,
            "part.yaml", config);
    DocumentRule alone = (object, out) -> out.add(object.root(), "alone");
    ResourceRule amongOthers = (corpus, object, out) -> out.add(object.root(), "among others");
    List<Rule> rules =
        List.of(
            Rule.of("AP065", alone),
            Rule.of("AP084", amongOthers),
            Rule.of("AP085", amongOthers, GroupKind.SECRET),
            Rule.of("AS009", alone, GroupKind.CONFIG_MAP));
    assertThat(new Linter(rules).run(Corpus.read(files), LintSettings.DEFAULT))
        .extracting(it -> it.location().file() + " " + it.rule() + " " + it.isProven())
        .containsExactlyInAnyOrder(
            "object.yaml AP065 false", "object.yaml AP084 true", "object.yaml AS009 false");
  }

  private static List<Finding> lint(String text) {
    return RuleExamples.lint(text, RuleCatalog.ALL);
  }

  /** Comments without end, each of which looked for the next line that is none. */
  @Test
  void manySuppressionsOfOneLineAreAllUsed() {
    String comments = "\n# mayfly: ignore WL002 read as YAML".repeat(50_000);
    String one = CONFIG.replace("tier: 1", "tier: x");
    assertThat(lint(one.replace("\ndata:", comments + "\ndata:"))).isEmpty();
    assertThat(lint(one.replace("\ndata:", comments.replace("WL002", "AS001") + "\ndata:")))
        .hasSize(50_001);
  }
}
