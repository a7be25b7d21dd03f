package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped reviews say of a change to an ApplicationSet, and where. */
class ReviewedSetsTest {
  private static final String SET = "platform/application-set-orders.yaml";

  @TempDir Path temp;

  private static CiScript script(List<CiScript> scripts, String job) {
    return scripts.stream().filter(it -> it.job().equals(job)).findFirst().orElseThrow();
  }

  /** A preview, and then a commit that moves the Applications' target. */
  private static String change(CiSandbox sandbox) {
    assertThat(sandbox.world.open(7).code()).isZero();
    String base = sandbox.world.gitops.tip("main");
    String set = sandbox.world.gitops.text("main", SET) + "\n";
    assertThat(set).contains("project: primitives-previews");
    sandbox.world.gitops.commit(
        "main", Map.of(SET, set.replace("project: primitives-previews", "project: others")));
    return base;
  }

  @ParameterizedTest
  @CsvSource({
    ".github/workflows/review.yml, review/7, GITHUB",
    "golden/init/primitives-github/.github/workflows/mayfly.yml, verify/5, GITHUB",
    "golden/init/primitives-gitea/.gitea/workflows/mayfly.yml, verify/6, GITEA"
  })
  void aChangedSetIsSimulated(String file, String job, ForgeSettings.Kind kind) throws Exception {
    try (CiSandbox sandbox = new CiSandbox(temp, kind, false).inThisJvm()) {
      String base = change(sandbox);
      Path summary = temp.resolve("summary.md");
      CiSandbox.Ran ran =
          sandbox.actions(
              script(CiScript.actions(Path.of(file)), job),
              "synchronize",
              "false",
              Map.of(
                  "ACTION_BASE",
                  base,
                  "MAYFLY_POLICY_REF",
                  base,
                  "GITHUB_STEP_SUMMARY",
                  summary.toString()));
      assertThat(ran.code()).as(ran.printed()).isZero();
      assertThat(ran.printed()).contains("ApplicationSet primitives-orders-previews: ");
      if (kind == ForgeSettings.Kind.GITHUB) {
        assertThat(summary).content().startsWith("### mayfly simulate\n");
      } else {
        assertThat(sandbox.world.changes().comments).isEmpty();
      }
    }
  }

  /** Of merged results the base is what is merged into: the branch may have begun long before. */
  @ParameterizedTest
  @ValueSource(strings = {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA"})
  void theGeneratorsOwnRepositoryIsTheCheckout(String variable) throws Exception {
    Path file = Path.of("golden/init/primitives-gitlab/.gitlab-ci.yml");
    try (CiSandbox sandbox = new CiSandbox(temp, ForgeSettings.Kind.GITLAB, false).inThisJvm()) {
      String base = change(sandbox);
      String set = sandbox.world.gitops.text("main", SET);
      String url = set.replaceAll("(?s).*?repoURL: \"(.*?)\\.git\".*", "$1");
      CiSandbox.Ran ran =
          sandbox.gitlab(
              script(CiScript.gitlab(file), "mayfly-diff"),
              true,
              Map.of(
                  "CI_MERGE_REQUEST_DIFF_BASE_SHA",
                  variable.contains("DIFF") ? base : "0".repeat(40),
                  "CI_MERGE_REQUEST_TARGET_BRANCH_SHA",
                  variable.contains("DIFF") ? "" : base,
                  "CI_PROJECT_URL",
                  url));
      assertThat(ran.code()).as(ran.printed()).isZero();
      assertThat(ran.printed())
          .contains("ApplicationSet primitives-orders-previews: 1 Application\n")
          .contains("updated orders-pr-7: spec.project");
      try (var all = Files.walk(temp.resolve("work"))) {
        assertThat(all.filter(it -> it.endsWith("applications.md")).findFirst())
            .hasValueSatisfying(it -> assertThat(it).content().contains("updated orders-pr-7"));
      }
    }
  }
}
