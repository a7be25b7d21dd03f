package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every script that we give to others, with the variables that its own file sets, by the real
 * program against real repositories: what is only compared as text can be wrong for everybody. That
 * it starts as a process is seen in {@link DocumentedJobsTest}.
 */
class ShippedScriptsTest {
  private static final String INIT = "golden/init/";
  private static final String APPS_OF_CHARTS = INIT + "services-github/app-repository/";
  private static final String APPS_OF_GITEA = INIT + "services-gitea/app-repository/";
  private static final String OPENED = "opened: orders#7";
  private static final String NO_SET = "no ApplicationSet in the ";
  @TempDir Path temp;

  /**
   * One script and what it has to come to.
   *
   * @param command what the workflow's expression gives: the command, or whether the branch is ours
   * @param ready opened before, so that there is something to judge or to take away
   */
  private record Case(
      String file,
      String job,
      String command,
      boolean ready,
      boolean refused,
      int code,
      String says) {
    @Override
    public String toString() {
      return file + " " + job + " " + command + (refused ? " refused" : "");
    }

    boolean generator() {
      return job.contains("admit") || says.contains("admitted");
    }

    ForgeSettings.Kind kind() {
      return file.contains("gitlab")
          ? ForgeSettings.Kind.GITLAB
          : file.contains("gitea") ? ForgeSettings.Kind.GITEA : ForgeSettings.Kind.GITHUB;
    }
  }

  private static Case of(String file, String job, String command, boolean ready, String says) {
    return new Case(file, job, command, ready, false, 0, says);
  }

  private static Case refused(String file, String job, String command, int code, String says) {
    return new Case(file, job, command, false, true, code, says);
  }

  static Stream<Case> cases() {
    String admits = INIT + "monolith-gitlab/.gitlab-ci.yml";
    String gitlab = INIT + "primitives-gitlab/.gitlab-ci.yml";
    String told = INIT + "primitives-";
    String gitlabApp = INIT + "primitives-gitlab/app-repository/.gitlab-ci.yml";
    String admission = INIT + "monolith-github/.github/workflows/preview.yml";
    String withHelm = INIT + "monolith-gitea/.gitea/workflows/preview.yml";
    String charts = INIT + "services-gitlab/app-repository/.gitlab-ci.yml";
    String minimal = INIT + "minimal-gitlab/app-repository/.gitlab-ci.yml";
    String review = ".github/workflows/review.yml";
    Stream<Case> some =
        Stream.of(
            of(admits, "mayfly-admit", "", false, "bundle are proven"),
            refused(admits, "mayfly-admit", "", 5, "draft"),
            of(admits, "mayfly-verify", "", false, "findings"),
            of(admits, "mayfly-diff", "", false, NO_SET),
            of(admits, "mayfly-sync", "", false, "orders#7: admitted"),
            of(gitlab, "mayfly-verify", "false", true, "findings"),
            of(gitlab, "mayfly-verify", "true", true, "findings"),
            of(gitlab, "mayfly-sync", "", true, "orders#7: kept"),
            of(
                told + "gitea/.gitea/workflows/mayfly.yml",
                "sync/3",
                "sync",
                true,
                "orders#7: kept"),
            of(
                told + "github/.github/workflows/mayfly.yml",
                "sync/2",
                "sync",
                true,
                "orders#7: kept"),
            of(gitlabApp, "mayfly-open", "", false, "opened"),
            refused(gitlabApp, "mayfly-open", "", 0, "absent: orders#7"),
            of(gitlabApp, "mayfly-close", "", true, "removed: orders#7"),
            of(gitlabApp, "mayfly-sync", "", true, "orders#7: kept"),
            of(minimal, "mayfly-open", "", false, "opened"),
            of(minimal, "mayfly-close", "", true, "removed: orders#7"),
            of(minimal, "mayfly-sync", "", true, "orders#7: kept"),
            of(charts, "mayfly-open", "", false, "opened"),
            of(charts, "mayfly-close", "", true, "removed: orders#7"),
            of(charts, "mayfly-sync", "", true, "orders#7: kept"),
            of(
                APPS_OF_CHARTS + ".github/workflows/preview.yml",
                "preview/4",
                "open",
                false,
                OPENED),
            of(APPS_OF_GITEA + ".gitea/workflows/preview.yml", "preview/3", "open", false, OPENED),
            of(admission, "admit/2", "admit", false, "bundle are proven"),
            refused(admission, "admit/2", "admit", 0, "draft"),
            of(admission, "admit/2", "sync", false, "orders#7: admitted"),
            of(withHelm, "preview/3", "open", false, "opened: orders#7"),
            of(gitlab, "mayfly-diff", "false", true, "nothing changes in "),
            of(told + "github/.github/workflows/mayfly.yml", "verify/4", "false", true, "nothing"),
            of(told + "github/.github/workflows/mayfly.yml", "verify/5", "false", true, NO_SET),
            of(told + "gitea/.gitea/workflows/mayfly.yml", "verify/6", "false", true, NO_SET),
            of(".github/workflows/preview.yml", "preview/1", "open", false, ""),
            of(review, "review/1", "false", false, ""),
            of(review, "review/4", "false", true, "findings"),
            of(review, "review/4", "true", true, "findings"),
            of(review, "review/5", "false", true, "findings"),
            of(review, "review/6", "false", true, "nothing changes in "),
            of(review, "review/7", "false", true, NO_SET));
    Stream<Case> delivering =
        Stream.of(
                INIT + "primitives-gitea/app-repository/.gitea/workflows/preview.yml preview/3",
                INIT + "primitives-github/app-repository/.github/workflows/preview.yml preview/4")
            .map(script -> script.split(" "))
            .flatMap(script ->
                Stream.of(
                    of(script[0], script[1], "open", false, "opened: orders#7"),
                    refused(script[0], script[1], "open", 0, "absent: orders#7"),
                    of(script[0], script[1], "close", true, "removed: orders#7"),
                    of(script[0], script[1], "sync", true, "orders#7: kept")));
    Stream<Case> judging =
        Stream.of(
                INIT + "primitives-gitea/.gitea/workflows/mayfly.yml verify/3 verify/4 verify/5",
                INIT + "primitives-github/.github/workflows/mayfly.yml verify/2 verify/3")
            .map(script -> List.of(script.split(" ")))
            .flatMap(script ->
                script.stream()
                    .skip(1)
                    .map(job -> of(script.getFirst(), job, "true", true, "findings")));
    return Stream.of(some, delivering, judging).flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doesWhatItIsFor(Case one) {
    CiScript script =
        scripts(Path.of(one.file)).stream()
            .filter(s -> s.job().equals(one.job))
            .findFirst()
            .orElseThrow();
    try (CiSandbox sandbox = new CiSandbox(temp, one.kind(), one.generator()).inThisJvm()) {
      if (one.ready && !one.generator()) {
        CommandLineRun opened = sandbox.world.open(7);
        assertThat(opened.code()).as(opened.err()).isZero();
      }
      sandbox.pull.draft = one.refused;
      sandbox.pull.state = one.says.startsWith("removed") ? "closed" : "open";
      CiSandbox.Ran ran =
          one.kind() == ForgeSettings.Kind.GITLAB
              ? sandbox.gitlab(script, !one.file.contains("app-repository"), branch(one))
              : sandbox.actions(script, event(one), one.command, Map.of());
      assertThat(ran.code()).as(ran.printed()).isEqualTo(one.code);
      assertThat(ran.printed()).contains(one.says);
    }
  }

  /** Digests that no lock file has reach {@code open} through the reusable workflow. */
  @Test
  void theWorkflowHandsOverWhatWasBuilt() {
    String digest = "sha256:" + "c".repeat(64);
    Map<String, String> inputs =
        Map.of("images", "ghcr.io/acme/tool@" + digest + "\n", "helm", "true");
    CiScript script = CiScript.actions(Path.of(".github/workflows/preview.yml"), inputs).getLast();
    try (CiSandbox sandbox = new CiSandbox(temp, ForgeSettings.Kind.GITHUB, false).inThisJvm()) {
      sandbox.world.editPlatform(text ->
          text.replace(
              "      bindings:\n",
              "        - {id: tool, name: ghcr.io/acme/tool}\n      bindings:\n"));
      CiSandbox.Ran ran = sandbox.actions(script, "synchronize", "open", Map.of());
      assertThat(ran.printed()).contains("opened: orders#7");
      String record = sandbox.world.gitops.text("main", "previews/orders/pr-7/preview.yaml");
      assertThat(record).contains(digest);
    }
  }

  /** The same in GitLab, where a job of an earlier stage gives them as variables of this one. */
  @Test
  void theTemplateTakesWhatAnEarlierJobBuilt() {
    Path file = Path.of(INIT + "services-gitlab/app-repository/.gitlab-ci.yml");
    CiScript script =
        CiScript.gitlab(file).stream()
            .filter(it -> it.job().equals("mayfly-open"))
            .findFirst()
            .orElseThrow();
    assertThat(script.variables()).containsEntry("MAYFLY_HELM", "true");
    String digest = "sha256:" + "d".repeat(64);
    try (CiSandbox sandbox = new CiSandbox(temp, ForgeSettings.Kind.GITLAB, false).inThisJvm()) {
      sandbox.world.editPlatform(text ->
          text.replace(
              "      bindings:\n",
              "        - {id: tool, name: ghcr.io/acme/tool}\n      bindings:\n"));
      CiSandbox.Ran ran = sandbox.gitlab(script, false, Map.of("MAYFLY_IMAGE", "tool@" + digest));
      assertThat(ran.printed()).contains("MAYFLY_RESULT=opened");
      String record = sandbox.world.gitops.text("main", "previews/orders/pr-7/preview.yaml");
      assertThat(record).contains(digest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        INIT + "primitives-gitlab/.gitlab-ci.yml",
        INIT + "primitives-gitea/.gitea/workflows/mayfly.yml",
        INIT + "primitives-github/.github/workflows/mayfly.yml"
      })
  void whatMayflyDidNotWriteFailsTheCheck(String file) {
    Case one = of(file, "", "false", true, "");
    try (CiSandbox sandbox = new CiSandbox(temp, one.kind(), false).inThisJvm()) {
      assertThat(sandbox.world.open(7).code()).isZero();
      sandbox.world.gitops.commit(
          "main", Map.of("previews/orders/pr-7/kustomization.yaml", "resources: [x.yaml]\n"));
      CiScript script = scripts(Path.of(file)).getFirst();
      CiSandbox.Ran ran =
          one.kind() == ForgeSettings.Kind.GITLAB
              ? sandbox.gitlab(script, true, branch(one))
              : sandbox.actions(script, event(one), one.command, Map.of());
      assertThat(ran.code()).as(ran.printed()).isEqualTo(ExitCode.FINDINGS);
    }
  }

  private static Map<String, String> branch(Case one) {
    String branch = one.command.equals("true") ? "mayfly/orders/pr-7" : "page";
    return Map.of(
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
        branch,
        "CI_MERGE_REQUEST_DRAFT",
        Boolean.toString(one.refused));
  }

  private static String event(Case one) {
    return one.says.startsWith("removed") ? "closed" : "synchronize";
  }

  private static List<CiScript> scripts(Path file) {
    return file.endsWith(".gitlab-ci.yml") ? CiScript.gitlab(file) : CiScript.actions(file);
  }

  /** What a file that is the same to the letter would only repeat. */
  private static String content(CiScript script) {
    return script.variables() + "\n" + script.script();
  }

  /** A workflow of this repository is for others when others can call it. */
  private static boolean isForOthers(Path file) {
    return file.toString().endsWith(".yml")
        && (file.startsWith(INIT) || CiScript.read(file).at("on", "workflow_call") != null);
  }

  @Test
  void noScriptIsLeftOut() throws IOException {
    Map<String, String> shipped = new TreeMap<>();
    for (String root : List.of(INIT, ".github/workflows")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(ShippedScriptsTest::isForOthers)
            .flatMap(file -> scripts(file).stream())
            .forEach(script -> shipped.put(script.file() + " " + script.job(), content(script)));
      }
    }
    Set<String> run = new TreeSet<>();
    cases().forEach(one -> run.add(shipped.get(one.file + " " + one.job)));
    assertThat(run)
        .hasSizeGreaterThan(15)
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(shipped.values()));
  }
}
