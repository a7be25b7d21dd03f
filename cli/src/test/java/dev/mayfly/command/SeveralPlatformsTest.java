package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Platforms in folders of one repository: the same app and pull requests, and nothing shared. */
class SeveralPlatformsTest {
  private static final String EAST = "clusters/east";
  private static final String WEST = "clusters/west";

  private static final String OWN_NAMES =
      """
        naming:
          namespace: pr-${pr.number}-${platform.name}-${app.name}
          application: ${app.name}-${platform.name}-pr-${pr.number}
          host: ${app.name}-${platform.name}-${pr.number}
          database: ${app.name}-${platform.name}-pg-pr-${pr.number}
      """;

  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.proposing(temp);
    world.pull(7);
    String root = world.gitops.text("main", "mayfly.yaml") + "\n";
    world.gitops.commit(
        "main",
        Map.of(
            "mayfly.yaml",
            root,
            EAST + "/mayfly.yaml",
            in(root, EAST).replace("limit: 5", "limit: 1"),
            WEST + "/mayfly.yaml",
            in(root, WEST)));
  }

  private static String in(String root, String folder) {
    return root.replace("  name: primitives\n", "  name: " + folder.substring(9) + "\n")
        .replaceFirst("(    repository: .*gitops.git\n)", "$1    path: " + folder + "\n")
        .replace("project: primitives-previews", "project: " + folder.substring(9) + "-previews")
        .replace("  apps:\n", OWN_NAMES + "  apps:\n");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void at(String folder) {
    world.env.put("MAYFLY_GITOPS_PATH", folder);
  }

  @Test
  void eachHasBranchesAndOverlaysOfItsOwn() {
    for (String folder : new String[] {"", EAST, WEST}) {
      at(folder);
      CommandLineRun opened = world.open(7);
      assertThat(opened.code()).as(opened.err()).isZero();
    }
    assertThat(world.branches())
        .containsExactlyInAnyOrder(
            "main",
            "mayfly/orders/pr-7",
            "mayfly/orders+clusters+east/pr-7",
            "mayfly/orders+clusters+west/pr-7");
    assertThat(world.gitops.run("for-each-ref", "--format=%(refname)", "refs/mayfly/slots/"))
        .contains("refs/mayfly/slots/east+clusters+east", "refs/mayfly/slots/primitives");
    world.merge("mayfly/orders+clusters+west/pr-7");
    assertThat(world.gitops.paths("main"))
        .contains(WEST + "/previews/orders/pr-7/preview.yaml")
        .noneMatch(path -> path.startsWith("previews/") || path.startsWith(EAST + "/previews"));
    at(WEST);
    assertThat(world.run("status").out()).contains("orders").contains("delivered");
    at(EAST);
    assertThat(world.run("status").out()).contains("waiting");
    StubPull other = world.pull(8);
    CommandLineRun full = world.open(8);
    assertThat(full.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(full.err()).contains("the one place is taken, by orders#7");
    at(WEST);
    CommandLineRun second = world.open(8);
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).contains(" on branch mayfly/orders+clusters+west/pr-8");
    assertThat(other.labels).contains("preview");
  }

  /** Each platform verifies its own; that of another is left to that one, and nothing else is. */
  @Test
  void aMergeIsVerifiedByEveryPlatform() {
    at(WEST);
    assertThat(world.open(7).code()).isZero();
    world.merge("mayfly/orders+clusters+west/pr-7");
    assertThat(verify("one", WEST, "HEAD~1").code()).isZero();
    assertThat(verify("two", EAST, "HEAD~1").code()).isZero();
    assertThat(verify("three", "", "HEAD~1").code()).isZero();
    at(EAST);
    assertThat(world.open(7).code()).isZero();
    world.merge("mayfly/orders+clusters+east/pr-7");
    for (String folder : new String[] {WEST, EAST}) {
      CommandLineRun both = verify(folder.replace('/', '-'), folder, "HEAD~2");
      assertThat(both.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(both.out()).contains("more than one preview changes at once: orders#7");
    }
    world.gitops.commit("main", Map.of("elsewhere/previews/orders/pr-7/a.yaml", "a: b\n"));
    assertThat(verify("four", WEST, "HEAD~1").out())
        .contains("`elsewhere/previews/orders/pr-7/a.yaml` is outside every preview's folder");
  }

  private CommandLineRun verify(String clone, String folder, String base) {
    Path checkout = temp.resolve(clone);
    world.gitops.run("clone", "--quiet", world.gitops.directory().toString(), checkout.toString());
    return CommandLineRun.of(checkout.resolve(folder), "verify", "--base", base);
  }

  @Test
  void aSweepOfOneLeavesTheOthers() {
    world.editPlatform(text -> text.replace("change: pull-request", "change: push"));
    world.gitops.commit(
        "main",
        Map.of(
            EAST + "/mayfly.yaml",
            world
                    .gitops
                    .text("main", EAST + "/mayfly.yaml")
                    .replace("change: pull-request", "change: push")
                + "\n"));
    for (String folder : new String[] {"", EAST}) {
      at(folder);
      assertThat(world.open(7).code()).isZero();
    }
    world.app().pulls.get(7).state = "closed";
    at(EAST);
    CommandLineRun swept = world.sync("--apply", "--allow-mass-removal");
    assertThat(swept.out()).as(swept.err()).contains("orders#7: removed");
    assertThat(world.gitops.paths("main"))
        .contains("previews/orders/pr-7/preview.yaml")
        .noneMatch(path -> path.startsWith(EAST + "/previews"));
  }

  /** What is rendered at the desk would have Argo CD look at the top. */
  @Test
  void aPlatformThatDoesNotSayItsFolderIsToldSo() {
    Path checkout = temp.resolve("desk");
    world.gitops.run("clone", "--quiet", world.gitops.directory().toString(), checkout.toString());
    Path folder = Examples.copy("primitives", checkout.resolve("clusters/south"));
    CommandLineRun run = CommandLineRun.of(folder, "render", "platform");
    assertThat(run.err())
        .contains(
            "warning[platform-below-root]: this file lies in `clusters/south` of its repository")
        .contains("write `path: clusters/south` in `gitops`");
    CommandLineRun said = CommandLineRun.of(checkout.resolve(EAST), "render", "platform");
    assertThat(said.err()).doesNotContain("platform-below-root");
  }

  @Test
  void aPlatformThatSaysAnotherFolderIsRefused() {
    world.gitops.commit(
        "main",
        Map.of("moved/mayfly.yaml", world.gitops.text("main", EAST + "/mayfly.yaml") + "\n"));
    at("moved");
    assertThat(world.open(7).err())
        .contains(
            "error[platform-elsewhere]: `gitops.path` is `clusters/east`, and this mayfly.yaml lies in `moved`");
    at("clusters/north");
    assertThat(world.open(7).err())
        .contains("the GitOps repository has no `clusters/north/mayfly.yaml`", "`--gitops-path`");
    at("../up");
    CommandLineRun wrong = world.open(7);
    assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(wrong.err()).contains("`--gitops-path` is `../up`, which is not a folder");
  }

  /** A copy with one line changed is the usual second platform. */
  @Test
  void whatTwoPlatformsWouldBothCallTheirsIsRefused() throws IOException {
    Path checkout = temp.resolve("met");
    world.gitops.run("clone", "--quiet", world.gitops.directory().toString(), checkout.toString());
    Path east = checkout.resolve(EAST);
    Path west = checkout.resolve(WEST).resolve("mayfly.yaml");
    for (String command : List.of("render platform", "lint", "verify")) {
      CommandLineRun apart = CommandLineRun.of(east, command.split(" "));
      assertThat(apart.out() + apart.err()).doesNotContain("platforms-meet");
      assertThat(apart.code()).isEqualTo(ExitCode.FINE);
    }
    String text = Files.readString(east.resolve("mayfly.yaml"));
    Files.writeString(west, text.replace("path: " + EAST, "path: " + WEST));
    met(east, "the platform of `clusters/west/mayfly.yaml` is called `east` too");
    Files.writeString(
        west,
        text.replace("path: " + EAST, "path: " + WEST)
            .replace("  name: east\n", "  name: west\n")
            .replace("${app.name}-${platform.name}-pr", "${app.name}-east-pr")
            .replace("pr-${pr.number}-${platform.name}", "pr-${pr.number}-east"));
    met(
        east,
        "the AppProject `east-previews` can be that of the platform in `clusters/west/mayfly.yaml`",
        "the application `orders-east-pr-<number>` can be",
        "the namespace `pr-<number>-east-orders` can be");
    // Elsewhere, or of another repository, it is no platform beside this one.
    Files.writeString(west, text);
    assertThat(CommandLineRun.of(east, "render", "platform").code()).isEqualTo(ExitCode.FINE);
    Files.writeString(west, "spec: [\n");
    CommandLineRun broken = CommandLineRun.of(east, "verify");
    assertThat(broken.out()).contains("neighbour-unread", "`clusters/west/mayfly.yaml`");
    assertThat(broken.code()).isEqualTo(ExitCode.FINE);
    assertThat(CommandLineRun.of(east, "render", "platform").code()).isEqualTo(ExitCode.FINE);
  }

  /**
   * Value files of the GitOps repository begin at its root, as bundles do and as Argo CD has it.
   */
  @Test
  void valueFilesBeginAtTheRoot() throws IOException {
    Path checkout = temp.resolve("values");
    world.gitops.run("clone", "--quiet", world.gitops.directory().toString(), checkout.toString());
    Path east = checkout.resolve(EAST);
    Path file = east.resolve("mayfly.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "bundle: {kind: kustomize,", "bundle: {kind: helm, valueFiles: [{gitops: v.yaml}],")
            .replace("change: pull-request", "change: push"));
    Files.writeString(checkout.resolve("v.yaml"), "place: root\n");
    Files.writeString(east.resolve("v.yaml"), "place: folder\n");
    CommandLineRun desk = CommandLineRun.of(east, "render", "platform");
    assertThat(desk.out()).as(desk.err()).contains("place: root").doesNotContain("place: folder");
    world.gitops.commit(
        "main",
        Map.of(EAST + "/mayfly.yaml", Files.readString(file), EAST + "/v.yaml", "place: folder\n"));
    at(EAST);
    CommandLineRun missing = world.open(7);
    assertThat(missing.err()).contains("value-file-missing", "paths start at the root");
  }

  private static void met(Path folder, String... words) {
    CommandLineRun rendered = CommandLineRun.of(folder, "render", "platform", "--out", ".");
    assertThat(rendered.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(rendered.err()).contains(words).contains("hint: ");
    assertThat(folder.resolve("platform")).doesNotExist();
    for (String command : List.of("lint", "verify")) {
      CommandLineRun run = CommandLineRun.of(folder, command);
      assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out()).contains("platforms-meet").contains(words);
    }
  }
}
