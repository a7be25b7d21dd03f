package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mayfly.yaml} says to {@code lint}, and from where it is taken. */
class LintPlatformTest {
  private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
  private static final String BAD = CONFIG + "data: {a: 1}\n";
  private static final String LOWERED =
      "  lint: {severities: [{rule: WL002, severity: warning, reason: a script quotes it}]}\n";
  private static final String APPS = "  apps:\n";
  private static final String TWICE =
      "{rule: WL002, severity: error}\n      - {rule: WL002, severity: note, reason: why}";

  @TempDir Path temp;
  private Scenario scenario;
  private GitCommand git;

  @BeforeEach
  void start() {
    scenario = Scenario.of("primitives", temp).without("source").write("clusters/bad.yaml", BAD);
    git = GitCommand.in(temp);
    git.run("init", "-q", "--initial-branch=main");
    commit();
  }

  private void commit() {
    git.run("add", "-A");
    git.run("commit", "-q", "--allow-empty", "-m", "x");
  }

  private Scenario lint(String text) {
    return scenario.edit(APPS, text + APPS);
  }

  @Test
  void aSeverityIsLoweredWithAReasonAndThatIsSaid() {
    lint(LOWERED);
    CommandLineRun run = scenario.run("lint", "clusters");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("warning[WL002]")
        .containsPattern("= note: `mayfly.yaml:\\d+` makes WL002 warning instead of error: a");
    assertThat(run.err()).contains("note: `mayfly.yaml:", "a script quotes it");
    assertThat(scenario.run("lint", "clusters", "--fail-on", "warning").code()).isOne();
    assertThat(scenario.run("lint", "clusters", "-o", "json").out())
        .contains("\"usual\": \"error\"", "\"reason\": \"a script quotes it\"");
    assertThat(scenario.run("lint", "clusters", "-o", "sarif").out())
        .contains("\"overrideReason\": \"a script quotes it\"", "\"usualLevel\": \"error\"");
    assertThat(scenario.run("rules").out()).contains("WL002  warning ");
  }

  @Test
  void aRuleIsSwitchedOffWithAReason() {
    lint(LOWERED.replace("warning", "none"));
    CommandLineRun run = scenario.run("lint", "clusters");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("no findings in ");
    assertThat(run.err()).contains("makes WL002 none instead of error");
  }

  @Test
  void raisingNeedsNoReason() {
    scenario.write("clusters/bad.yaml", CONFIG);
    scenario.write(
        "clusters/b.yaml", CONFIG.replace("{name: a}", "{name: b} # mayfly: ignore WL002 why"));
    assertThat(scenario.run("lint", "clusters").code()).isZero();
    lint("  lint: {severities: [{rule: LT002, severity: error}]}\n");
    CommandLineRun run = scenario.run("lint", "clusters");
    assertThat(run.out()).contains("error[LT002]");
    assertThat(run.code()).isOne();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aMissingReasonAndAnUnknownRuleAreFindingsInMayflyYaml() {
    lint("  lint:\n    severities:\n      - {rule: WL002, severity: note}\n");
    CommandLineRun run = scenario.run("lint");
    assertThat(run.code()).isOne();
    assertThat(run.out())
        .contains(
            "error[MF001] invalid-platform: mayfly.yaml is refused:\n  `WL002` is lowered from error without a reason")
        .containsPattern("mayfly.yaml:\\d+:16")
        .contains("error[WL002]");
    scenario.edit("WL002, severity: note", "WL022, severity: note, reason: why");
    assertThat(scenario.run("lint").out()).contains("unknown rule `WL022`", "did you mean `WL002`");
    assertThat(scenario.run("lint", "clusters").code()).isEqualTo(ExitCode.CONFIGURATION);
    scenario.edit("{rule: WL022, severity: note, reason: why}", TWICE);
    assertThat(scenario.run("lint").out()).contains("duplicate rule `WL002`");
  }

  @Test
  void aPolicyRefDecidesAndNotTheTreeThatIsJudged() {
    lint(LOWERED);
    git.run("checkout", "-q", "-b", "change");
    commit();
    assertThat(scenario.run("lint").code()).isZero();
    CommandLineRun run = scenario.run("lint", "--policy-ref", "main");
    assertThat(run.code()).isOne();
    assertThat(run.out()).contains("error[WL002]");
    assertThat(run.err()).doesNotContain("makes WL002");
    assertThat(scenario.run("lint", "--ref", "main").code()).as("the ref's own").isOne();
    assertThat(scenario.run("lint", "--ref", "change").code()).isZero();
    assertThat(scenario.run("lint", "--policy-ref", "none").code()).isEqualTo(2);
  }

  /** Under the policy of the base, too, the platform set is what the change's own file renders. */
  @Test
  void aForgottenRenderingIsToldAndOneThatWasMadeIsNot() {
    scenario.run("render", "platform", "--out", ".");
    commit();
    git.run("checkout", "-q", "-b", "change");
    scenario.edit("limit: 5", "limit: 7");
    scenario.edit("{namespace: kafka, port: 9092}", "{namespace: redis, port: 6379}");
    String told = "note: 1 file is not what rendering would write, such as `platform/";
    assertThat(scenario.run("lint", "--policy-ref", "main").err()).contains(told);
    assertThat(scenario.run("lint").err()).contains(told);
    scenario.run("render", "platform", "--out", ".");
    assertThat(scenario.run("lint", "--policy-ref", "main").err()).doesNotContain("note:");
    scenario.edit("limit: 7", "limits: 7");
    assertThat(scenario.run("lint", "--policy-ref", "main").err()).doesNotContain("note:");
  }

  @Test
  void targetsDecideWhatIsNewAndTheOptionWins() {
    scenario.write(
        "clusters/bad.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: a, namespace: argocd}
        spec: {sourceIntegrity: {}}
        """);
    assertThat(scenario.run("lint", "clusters").out()).doesNotContain("AP092");
    assertThat(scenario.run("lint", "clusters", "--argocd-version", "3.4").out()).contains("AP092");
    scenario.edit("argocd: \"3.5\"", "argocd: \"3.4\"");
    assertThat(scenario.run("lint", "clusters").out()).contains("AP092");
    assertThat(scenario.run("lint", "clusters", "--argocd-version", "v3.5.1").out())
        .doesNotContain("AP092");
    assertThat(scenario.run("lint", "clusters", "--policy-ref", "main").out())
        .doesNotContain("AP092");
  }

  @Test
  void pathsOfTwoPlatformsAreRefused() {
    scenario.write("other/mayfly.yaml", scenario.read("mayfly.yaml"));
    assertThat(scenario.run("lint", "clusters", "other").err()).contains("different platforms");
    assertThat(scenario.run("lint", "clusters", "examples.json").code()).isEqualTo(2);
  }

  @Test
  void whatAClusterServesIsCertainOnlyWhereItsReleaseIsStated() {
    scenario.write(
        "clusters/a.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: a, namespace: argocd}
        spec: {signatureKeys: [{keyID: 4AEE18F83AFDEB23}]}
        """);
    assertThat(scenario.run("lint", "clusters").out()).contains("warning[PJ093]");
    scenario.edit("argocd: \"3.5\", ", "");
    assertThat(scenario.run("lint", "clusters").out()).contains("note[PJ093]");
    assertThat(scenario.run("lint", "clusters", "--argocd-version", "3.5").out())
        .contains("warning[PJ093]");
  }
}
