package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle at a tag or branch of another repository: recorded, kept by pushes, moved by a sync. */
class BundleElsewhereTest {
  private static final String RECORD = "previews/cart/pr-128/preview.yaml";
  private static final String CHART = "charts/app/templates/service.yaml";

  @TempDir Path folder;
  private ExampleWorld world;
  private GitCommand bundle;

  @BeforeEach
  void begin() {
    world = new ExampleWorld("shapes/bundle-elsewhere", folder, Programs.path("helm"));
    bundle = world.bundle.orElseThrow();
  }

  private void platform(UnaryOperator<String> edit) {
    String text = world.gitops.text("main", "mayfly.yaml") + "\n";
    world.gitops.commit("main", Map.of("mayfly.yaml", edit.apply(text)));
  }

  private String recorded() {
    return world.gitops.text("main", RECORD).replaceAll("(?s).*revision: \"?(\\w+).*", "$1");
  }

  private void opened() {
    CommandLineRun run = world.event("open", "opened");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
  }

  private void refused(int code, String... words) {
    String before = world.gitops.tip("main");
    CommandLineRun run = world.event("open", "opened");
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(words);
    assertThat(world.gitops.tip("main")).isEqualTo(before);
  }

  private CommandLineRun sync() {
    return world.run(
        "sync", "--apply", "--offline", "--bundle-url", "file://" + bundle.directory());
  }

  @Test
  void anAnnotatedTagIsTheCommitThatItNames() {
    opened();
    assertThat(recorded()).isEqualTo(bundle.tip("main"));
    assertThat(world.gitops.run("log", "-1", "--format=%B", "main"))
        .contains("Bundle: https://github.com/acme/charts.git at " + recorded() + " (v1.4.2)");
  }

  /** Names that a system keeps for itself: refused like any other, whoever wrote them. */
  @Test
  void namesThatAreNotSafeEverywhereAreRefused() {
    platform(text -> text.replace("charts/app", "charts/con"));
    refused(ExitCode.REFUSED, "unsafe-name", "`charts/con`");
    platform(text ->
        text.replace("charts/con", "charts/app")
            .replace("name: ghcr.io/acme/web}]", "name: ghcr.io/acme/web, lock: .git/x}]"));
    refused(ExitCode.REFUSED, "unsafe-name", "`.git/x`");
  }

  @Test
  void aPushToTheBranchMovesNothingAndASyncDoes() {
    platform(text -> text.replace("v1.4.2", "main"));
    opened();
    String first = recorded();
    String second = bundle.commit("main", Map.of("charts/app/NOTES.md", "more\n"));
    opened();
    assertThat(recorded()).isEqualTo(first);
    CommandLineRun swept = sync();
    assertThat(swept.code()).as(swept.err()).isEqualTo(ExitCode.FINE);
    assertThat(swept.out())
        .contains(
            "cart#128: rendered (its bundle is now " + second.substring(0, 7) + " of `main`)");
    assertThat(recorded()).isEqualTo(second);
    assertThat(world.inClone("verify").code()).isEqualTo(ExitCode.FINE);
    assertThat(sync().out()).contains("cart#128: kept");
  }

  @Test
  void statusShowsWhereTheBundleStands() {
    platform(text -> text.replace("v1.4.2", "main"));
    opened();
    String url = "file://" + bundle.directory();
    String first = bundle.tip("main");
    String here = "main at " + first.substring(0, 7);
    assertThat(world.run("status", "--bundle-url", url).out())
        .contains("BUNDLE", here)
        .doesNotContain("behind");
    String second = bundle.commit("main", Map.of("charts/app/NOTES.md", "more\n"));
    String behind = here + ", behind " + second.substring(0, 7);
    assertThat(world.run("status", "--bundle-url", url).out()).contains(behind);
    assertThat(world.run("status", "--bundle-url", url, "-o", "html").out()).contains(behind);
    assertThat(world.run("status", "--bundle-url", url, "-o", "json").out().replaceAll("\\s", ""))
        .contains(
            "\"bundle\":{\"revision\":\"main\",\"commit\":\"%s\",\"newest\":\"%s\",\"behind\":true}"
                .formatted(first, second));
    assertThat(world.run("status", "--offline").out()).contains(here).doesNotContain("behind");
  }

  /** A repository that does not answer is no fault of the previews. */
  @Test
  void statusSaysWhatItCouldNotAsk() {
    opened();
    CommandLineRun run = world.run("status", "--bundle-url", "file://" + folder + "/gone.git");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).contains("warning[").doesNotContain("error[");
    assertThat(run.out()).contains("v1.4.2 at " + recorded().substring(0, 7));
  }

  @Test
  void aMovedTagIsOfNoConsequenceUntilASync() {
    opened();
    String first = recorded();
    String second = bundle.commit("main", Map.of("charts/app/NOTES.md", "more\n"));
    bundle.run("tag", "--force", "v1.4.2", "main");
    opened();
    assertThat(recorded()).isEqualTo(first);
    sync();
    assertThat(recorded()).isEqualTo(second);
  }

  @Test
  void whatIsNotProvenThereStaysWhereItIs() {
    platform(text -> text.replace("v1.4.2", "main"));
    opened();
    String first = recorded();
    String before = world.gitops.tip("main");
    bundle.commit("main", Map.of(CHART, "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n"));
    CommandLineRun swept = sync();
    assertThat(swept.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(swept.err()).contains("Namespace");
    assertThat(world.gitops.tip("main")).isEqualTo(before);
    assertThat(recorded()).isEqualTo(first);
  }

  @Test
  void anotherRevisionOfTheAdminsCountsAtOnce() {
    opened();
    bundle.run("branch", "later", "main");
    String later = bundle.commit("later", Map.of("charts/app/NOTES.md", "more\n"));
    platform(text -> text.replace("v1.4.2", "later"));
    assertThat(world.inClone("verify").out()).contains("stale");
    opened();
    assertThat(recorded()).isEqualTo(later).isNotEqualTo(bundle.tip("main"));
  }

  @Test
  void aWrittenCommitStandsInTheApplicationSetAndIsNotRecorded() {
    String commit = bundle.tip("main");
    platform(text -> text.replace("v1.4.2", commit));
    opened();
    assertThat(world.gitops.text("main", RECORD)).doesNotContain("bundle:");
    CommandLineRun rendered = world.inClone("render", "platform");
    assertThat(rendered.out()).containsPattern("targetRevision: \"?" + commit);
    assertThat(world.run("status").out()).contains(commit.substring(0, 7)).doesNotContain("behind");
  }

  @Test
  void theOverlaysComeFirst() {
    String commit = bundle.tip("main");
    platform(text -> text.replace("v1.4.2", commit));
    opened();
    platform(text -> text.replace(commit, "v1.4.2"));
    CommandLineRun tooEarly = world.inClone("render", "platform");
    assertThat(tooEarly.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(tooEarly.err()).contains("overlay-lacks-key");
    assertThat(sync().out()).contains("rendered");
    assertThat(recorded()).isEqualTo(commit);
  }

  @Test
  void whatIsNotThereIsSaidInOneWord() {
    platform(text -> text.replace("v1.4.2", "v1.4.3"));
    refused(ExitCode.REMOTE, "revision-missing", "has no branch and no tag `v1.4.3`", "v1.4.2");
    platform(text -> text.replace("v1.4.3", bundle.tip("main").substring(0, 10)));
    refused(ExitCode.REMOTE, "a commit is written with all its 40 digits");
    platform(text -> text.replaceFirst("revision: \\w+", "revision: a" + "0".repeat(39)));
    refused(ExitCode.REMOTE, "commit-missing");
  }

  @Test
  void aBranchAndATagThatDifferAreRefused() {
    bundle.commit("v1.4.2", Map.of("other", ""));
    refused(ExitCode.REMOTE, "revision-ambiguous");
  }

  @Test
  void anUnknownRepositoryIsSaid() {
    String before = world.gitops.tip("main");
    CommandLineRun run =
        world.event("open", "opened", "--bundle-url", "file://" + folder + "/gone.git");
    assertThat(run.code()).isNotZero();
    assertThat(world.gitops.tip("main")).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNotThereIsNoBundle() {
    platform(text -> text.replace("charts/app", "charts/none"));
    refused(ExitCode.REFUSED, "no-bundle", "`apps[].bundle.from`");
  }

  @Test
  void aLinkOutOfTheCommitIsNotFollowed() {
    bundle.entry("main", "120000", "charts/app/templates/evil.yaml", "../../../../etc/passwd");
    bundle.run("tag", "--force", "v1.4.2", "main");
    refused(ExitCode.REFUSED, "not-a-file");
  }
}
