package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs as the pages of the forges write them, from the download to the comment. */
class DocumentedJobsTest {
  private static final Path PREVIEW = Path.of(".github/workflows/preview.yml");
  @TempDir private Path temp;

  /** The block of a page that holds this, as a file of its own. */
  private Path block(String page, String holds, String name) throws IOException {
    String block =
        Arrays.stream(Files.readString(Path.of("docs/how-to", page)).split("(?m)^```"))
            .filter(part -> part.startsWith("yaml\n") && part.contains(holds))
            .findFirst()
            .orElseThrow();
    return Files.writeString(temp.resolve(name), block.substring("yaml\n".length()));
  }

  private static void assertDownloadedAndTold(CiSandbox sandbox, CiSandbox.Ran ran) {
    assertThat(ran.code()).as(ran.printed()).isZero();
    assertThat(ran.printed()).doesNotContain(CiRelease.BUILT).contains("opened");
    assertThat(sandbox.release.server.asked).hasSize(2);
    assertThat(sandbox.world.hasOverlay(7)).isTrue();
    assertThat(sandbox.world.app().comments).hasSize(1);
    assertThat(sandbox.world.app().comments.getFirst().body()).contains("Preview of `orders`");
  }

  @Test
  void aGitHubJob() throws IOException {
    Path workflow = block("github.md", "workflows/preview.yml@", "preview.yml");
    try (CiSandbox sandbox = new CiSandbox(temp, ForgeSettings.Kind.GITHUB, false)) {
      CiSandbox.Ran last = new CiSandbox.Ran(1, "nothing ran");
      for (CiScript script : CiScript.actions(workflow)) {
        last = sandbox.actions(script, "synchronize", "open", Map.of());
      }
      assertDownloadedAndTold(sandbox, last);
    }
  }

  @Test
  void aGitLabJob() throws IOException {
    Path pipeline = block("gitlab.md", "include:", ".gitlab-ci.yml");
    try (CiSandbox sandbox = new CiSandbox(temp, ForgeSettings.Kind.GITLAB, false)) {
      assertDownloadedAndTold(sandbox, sandbox.gitlab(opening(pipeline), false, Map.of()));
    }
  }

  private static CiScript opening(Path pipeline) {
    return CiScript.gitlab(pipeline).stream()
        .filter(script -> script.job().equals("mayfly-open"))
        .findFirst()
        .orElseThrow();
  }

  /** A commit that no release was made of is built, and the job goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"GITHUB", "GITLAB"})
  void aCommitIsBuilt(ForgeSettings.Kind kind) throws IOException {
    try (CiSandbox sandbox = new CiSandbox(temp, kind, false)) {
      sandbox.release.source.commit("main", Map.of("README.md", "Later\n"));
      Map<String, String> commit =
          Map.of("INSTALL_MAYFLY_VERSION", sandbox.release.source.tip("main"));
      CiSandbox.Ran ran =
          kind == ForgeSettings.Kind.GITLAB
              ? sandbox.gitlab(
                  opening(block("gitlab.md", "include:", ".gitlab-ci.yml")), false, commit)
              : sandbox.actions(
                  CiScript.actions(PREVIEW).getLast(), "synchronize", "open", Map.of());
      assertThat(ran.code()).as(ran.printed()).isZero();
      assertThat(ran.printed()).contains("is of another commit", CiRelease.BUILT, "opened");
    }
  }

  /** It takes as long as it may; where the commit is not the newest, its own run waits. */
  @ParameterizedTest
  @CsvSource({"GITHUB, false, 4", "GITHUB, true, 0", "GITLAB, false, 4", "GITLAB, true, 0"})
  void aJobWaitsUntilThePreviewIsLive(ForgeSettings.Kind kind, boolean older, int code)
      throws IOException {
    try (CiSandbox sandbox = new CiSandbox(temp, kind, false).inThisJvm()) {
      Map<String, String> more = new HashMap<>(Map.of("PREVIEW_WAIT", "1s"));
      String event = Events.file(temp, DeliveryWorld.APP, "synchronize", sandbox.pull).toString();
      String before = sandbox.pull.sha;
      sandbox.world.push(sandbox.pull);
      if (older) {
        more.put("GITHUB_EVENT_PATH", event);
        more.put("CI_COMMIT_SHA", before);
      }
      CiSandbox.Ran ran =
          kind == ForgeSettings.Kind.GITLAB
              ? sandbox.gitlab(
                  opening(block("gitlab.md", "include:", ".gitlab-ci.yml")), false, more)
              : sandbox.actions(
                  CiScript.actions(PREVIEW, Map.of("wait", "1s")).getLast(),
                  "synchronize",
                  "open",
                  more);
      assertThat(ran.code()).as(ran.printed()).isEqualTo(code);
      assertThat(ran.printed()).contains(older ? "superseded" : "orders#7");
    }
  }

  /** What the pages tell people to use reaches the command, by the option's own variable. */
  @Test
  void everyInputOfTheWorkflowReachesTheProgram() {
    Map<String, String> inputs =
        Map.of(
            "images",
            "a@b",
            "helm",
            "true",
            "auto-merge",
            "true",
            "require-access",
            "true",
            "facts",
            "facts.json",
            "wait",
            "5m",
            "argocd-server",
            "argocd.example",
            "version",
            "1.2.3");
    assertThat(CiScript.actions(PREVIEW, inputs).getLast().variables())
        .containsEntry("MAYFLY_IMAGE", "a@b")
        .containsEntry("MAYFLY_HELM", "true")
        .containsEntry("MAYFLY_AUTO_MERGE", "true")
        .containsEntry("MAYFLY_REQUIRE_ACCESS", "true")
        .containsEntry("MAYFLY_FACTS", "facts.json")
        .containsEntry("ACTION_WAIT", "5m")
        .containsEntry("ARGOCD_SERVER", "argocd.example")
        .containsEntry("ACTION_VERSION", "1.2.3");
  }

  /** A runner that does not say which commit was called must not take the caller's files for it. */
  @Test
  void aWorkflowThatDoesNotKnowItselfStops() {
    try (CiSandbox sandbox = new CiSandbox(temp, ForgeSettings.Kind.GITHUB, false)) {
      for (String file : new String[] {"preview.yml", "review.yml"}) {
        CiScript script = CiScript.actions(Path.of(".github/workflows", file)).getFirst();
        Map<String, String> none = Map.of("PIN", "");
        CiSandbox.Ran ran = sandbox.actions(script, "synchronize", "open", none);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.printed()).contains("GitHub does not say which commit of Mayfly was called");
      }
    }
  }
}
