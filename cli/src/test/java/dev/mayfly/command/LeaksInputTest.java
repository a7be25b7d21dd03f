package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Listings that are not what they should be: one sentence, and never that nothing leaks. */
class LeaksInputTest {
  private static final String LEFT =
      ClusterDump.whole().labelled(41, "v1 Namespace", "pr-41-orders", "", "").json();

  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private CommandLineRun leaks(String text, String... more) throws IOException {
    Files.writeString(world.directory.resolve("cluster.json"), text);
    return world.run(
        Stream.concat(Stream.of("leaks", "cluster.json"), Stream.of(more)).toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> everyBadInput() {
    return Map.of(
            "cut-off",
            LEFT.substring(0, LEFT.indexOf("pr-41-orders")),
            "empty",
            "",
            "table",
            "NAME   STATUS   AGE\n",
            "yaml",
            "apiVersion: v1\nitems: []\nkind: List\n",
            "no-objects",
            "{\"apiVersion\":\"v1\",\"items\":[],\"kind\":\"List\"}",
            "another-cluster",
            "{\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"default\"}},"
                + "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"pr-41-orders\"}}]}",
            "another-repository",
            LEFT.replace("https://127.0.0.1/acme/gitops.git", "https://127.0.0.1/acme/other.git"),
            "hostile-name",
            LEFT.replace("\"pr-41-orders\"", "\"pr-41-orders; rm -rf ~\""))
        .entrySet()
        .stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey(),
                () -> {
                  CommandLineRun run = leaks(one.getValue());
                  assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.CONFIGURATION);
                  assertThat(run.out()).isEmpty();
                  GoldenFiles.verifyFile(
                      Path.of("cli", "leaks", "input", one.getKey() + ".txt"),
                      run.transcript("leaks", "cluster.json"));
                }));
  }

  @Test
  void aFileThatIsNotThereAndNoFileAreWrongUsage() {
    assertThat(world.run("leaks", "nowhere.json").err()).contains("`nowhere.json` cannot be read");
    assertThat(world.run("leaks", ".").err()).contains("`.` cannot be read");
    CommandLineRun none = world.run("leaks");
    assertThat(none.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(none.err()).contains("no listing of the cluster is given").contains("--ask");
  }

  @Test
  void severalFilesAreOneCluster() throws IOException {
    Path first = world.directory.resolve("first.json");
    Files.writeString(
        first,
        "{\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"pr-42-orders\",\"uid\":\"a\"}}]}");
    CommandLineRun run = leaks(LEFT, "first.json", "first.json");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).containsOnlyOnce("pr-42-orders` is").containsOnlyOnce("pr-41-orders` is");
  }

  @Test
  void standardInputIsAFile() {
    CommandLineRun run =
        CommandLineRun.reading(
            LEFT, world.directory, "leaks", "-", "--offline", "--gitops-url", world.gitopsUrl);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("--> <stdin>");
  }

  @Test
  void aListingThatIsOldIsSaidToBe() throws IOException {
    CommandLineRun run = leaks(LEFT.replace("2026-11-22T09:29", "2026-11-20T09:29"));
    assertThat(run.err()).contains("note: the cluster was listed at 2026-11-20T09:29:00Z");
    assertThat(leaks(LEFT).err()).doesNotContain("listed at");
  }

  @Test
  void whatIsAskedForIsPrinted() {
    CommandLineRun run = world.run("leaks", "--ask");
    assertThat(run.code()).isZero();
    GoldenFiles.verifyFile(Path.of("cli", "leaks", "ask.txt"), run.out());
    CommandLineRun json = world.run("leaks", "--ask", "-o", "json");
    assertThat(json.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(json.out()).isEmpty();
    assertThat(json.err()).contains("`--output` cannot be `json`");
    assertThat(world.run("leaks", "--ask", "cluster.json").err()).contains("reads no listing");
    assertThat(world.run("leaks", "--ask", "-o", "text=ask.sh").out()).isEmpty();
    assertThat(world.directory.resolve("ask.sh")).hasContent(run.out());
  }

  @Test
  void aForgeThatFailsIsNoLeak() throws IOException {
    world.host.close();
    CommandLineRun run = leaks(ClusterDump.whole().json());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out())
        .contains("note[not-looked-at]", "has the label `mayfly/admitted` for nothing: ");
    assertThat(leaks(LEFT).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(leaks(ClusterDump.whole().json(), "--offline").code()).isZero();
  }

  @Test
  void refsAndLabelsThatNothingNeedsAreToldOf() throws IOException {
    world.pull(8).labels.add("mayfly/admitted");
    world.gitops.run("update-ref", "refs/mayfly/slots/older", "main");
    world.gitops.run("update-ref", "refs/mayfly/slots/east+clusters+east", "main");
    world.gitops.run("update-ref", "refs/mayfly/slots/primitives", "main");
    world.gitops.commit("main", Map.of("clusters/west/mayfly.yaml", "of a platform beside\n"));
    world.gitops.run("update-ref", "refs/mayfly/slots/west+clusters+west", "main");
    world.gitops.run("branch", "mayfly/orders/pr-3", "main");
    world.gitops.run("branch", "mayfly/orders+clusters+east/pr-3", "main");
    world.gitops.run("branch", "mayfly/notes", "main");
    CommandLineRun run = leaks(ClusterDump.whole().json());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    GoldenFiles.verifyFile(
        Path.of("cli", "leaks", "refs-and-labels.txt"), run.transcript("leaks", "cluster.json"));
  }

  @Test
  void ofTheGeneratorsPreviewsThoseThatNoPullRequestAsksForLeak() throws IOException {
    world.editPlatform(text ->
        text.replace("delivery: overlay", "delivery: generator").replace("    change: push\n", ""));
    world.pull(8).labels.add("mayfly/admitted");
    world.pull(9);
    ClusterDump cluster =
        ClusterDump.whole()
            .labelled(8, "v1 Namespace", "pr-8-orders", "", "")
            .labelled(9, "v1 Namespace", "pr-9-orders", "", "");
    CommandLineRun run = leaks(cluster.json());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("`pr-9-orders` is, by its labels, of preview `orders#9`, which no admitted pull")
        .doesNotContain("orders#8");
    world.host.close();
    assertThat(leaks(cluster.json()).code()).isEqualTo(ExitCode.REMOTE);
    assertThat(leaks(cluster.json()).out()).isEmpty();
  }

  @Test
  void branchesThatWaitAreNoLeakAndWhatTheyBringIsHeld() throws IOException {
    world.editPlatform(text -> text.replace("change: push", "change: pull-request"));
    world.pull(41);
    assertThat(world.open(41).code()).isZero();
    assertThat(leaks(LEFT).out()).startsWith("nothing leaks");
    world.merge("mayfly/orders/pr-41");
    assertThat(leaks(LEFT).out())
        .contains("the branch `mayfly/orders/pr-41` brings nothing to preview `orders#41`")
        .doesNotContain("Namespace");
    world.app().pulls.get(41).state = "closed";
    assertThat(world.close(41).code()).isZero();
    assertThat(leaks(LEFT).out()).startsWith("nothing leaks");
    world.merge("mayfly/orders/pr-41");
    assertThat(leaks(LEFT).out())
        .contains("the branch `mayfly/orders/pr-41` brings no overlay of preview `orders#41`")
        .contains("Namespace `pr-41-orders` is");
    assertThat(world.sync("--apply").code()).isZero();
    assertThat(leaks(LEFT).out()).doesNotContain("branch").contains("Namespace `pr-41-orders` is");
  }

  /** What kubectl could not list may leak, for people and for programs. */
  @Test
  void aListingThatIsNotWholeIsNoAnswer() throws IOException {
    CommandLineRun run = leaks(ClusterDump.whole().without("namespace").json(), "-o", "json");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out())
        .contains("\"unverifiable\": 1", "\"verdict\": \"unverifiable\"", "Namespace");
    assertThat(leaks(LEFT.replace("\"persistentvolume\"", "\"node\"")).code())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void everyFormatOfLintIsThere() throws IOException {
    for (String format : List.of("markdown", "sarif", "json")) {
      CommandLineRun run = leaks(LEFT, "-o", format);
      assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
      GoldenFiles.verifyFile(Path.of("cli", "leaks", "report." + format), run.out());
    }
  }
}
