package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.FullRun;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} in a clone of the GitOps repository: every byte counts. */
class VerifyTest {
  private static final String FOLDER = "previews/orders/pr-7/";

  @TempDir Path temp;
  private DeliveryWorld world;
  private Path clone;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    world.pull(7);
    world.open(7);
    clone = temp.resolve("clone");
    GitCommand.in(temp).run("clone", "--quiet", world.gitopsUrl, clone.toString());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private CommandLineRun verify(String... more) {
    List<String> args = Stream.concat(Stream.of("verify"), Stream.of(more)).toList();
    return CommandLineRun.of(CommandCatalog.all(), world.env, clone, args.toArray(String[]::new));
  }

  private void found(String... words) {
    CommandLineRun run = verify();
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains(words);
  }

  private void edit(String file, String text) throws IOException {
    Files.createDirectories(clone.resolve(file).getParent());
    Files.writeString(clone.resolve(file), text);
  }

  @Test
  void untouchedIsFine() {
    CommandLineRun run = verify();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .matches(
            "no findings in [1-9]\\d* files and [1-9]\\d* documents, by \\d+ rules;"
                + " every overlay is what its record and the policy make of it\n");
  }

  /** Any byte of any file, but for the notes of the record, which are inputs. */
  @Test
  void oneChangedByteInAnyFileIsFound() throws IOException {
    try (Stream<Path> files = Files.list(clone.resolve(FOLDER))) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        int step = FullRun.oneOf(Math.max(1, bytes.length / 2));
        for (int at = 0; at < bytes.length; at += step) {
          byte[] changed = bytes.clone();
          changed[at] ^= 1;
          Files.write(file, changed);
          boolean note =
              file.endsWith("preview.yaml")
                  && isNote(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), at);
          if (!note) {
            assertThat(verify().code()).as(file + " at " + at).isEqualTo(ExitCode.FINDINGS);
          }
        }
        Files.write(file, bytes);
      }
    }
    assertThat(verify().code()).isZero();
  }

  /**
   * Inside the value of a free note or of an input: another valid input renders another overlay.
   */
  private static boolean isNote(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    String line = text.substring(start, end);
    boolean input = line.strip().matches("(mayfly.dev/|headSha:|digest:).*");
    return input && at < end && at - start > line.indexOf(": ");
  }

  @Test
  void changedRecordChangesWhatIsExpected() throws IOException {
    String record = Files.readString(clone.resolve(FOLDER + "preview.yaml"));
    edit(FOLDER + "preview.yaml", record.replaceFirst("number: \"7\"", "number: \"8\""));
    found("wrong-folder", "its record belongs into `previews/orders/pr-8`");
    edit(FOLDER + "preview.yaml", record.replace("platform: primitives", "platform: other"));
    found("foreign-overlay");
    edit(FOLDER + "preview.yaml", record.replace(DeliveryWorld.digest(1), "sha256:short"));
    found("sha256:<64");
    edit(FOLDER + "preview.yaml", record.replace("acme/primitives", "eve/primitives"));
    found("foreign-overlay");
  }

  /** Rendering it again fails too, for the same reason. */
  @Test
  void anOverlayWhoseAppIsGoneIsToldOfOnce() throws IOException {
    String record = Files.readString(clone.resolve(FOLDER + "preview.yaml"));
    edit(FOLDER + "preview.yaml", record.replace("app: orders", "app: gone"));
    CommandLineRun run = verify();
    assertThat(run.out()).contains("foreign-overlay").doesNotContain("unknown-app");
  }

  @Test
  void extraAndMissingFilesAndStraysAreFound() throws IOException {
    edit(FOLDER + "more.yaml", "kind: Secret\n");
    found("extra-file", "more.yaml");
    Files.delete(clone.resolve(FOLDER + "more.yaml"));
    Files.delete(clone.resolve(FOLDER + "namespace.yaml"));
    found("missing-file", "namespace.yaml");
    Files.createSymbolicLink(clone.resolve(FOLDER + "namespace.yaml"), Path.of("preview.yaml"));
    found("stray-entry", "is a link, which no template makes");
    edit("previews/orders/pr-9/deployment.yaml", "kind: Deployment\n");
    found("`previews/orders/pr-9` is without a preview.yaml");
    edit(FOLDER + "deeper/deployment.yaml", "kind: Deployment\n");
    found("`previews/orders/pr-7/deeper` is a folder");
  }

  @Test
  void staleIsAVerdictOfItsOwn() throws IOException {
    String platform = Files.readString(clone.resolve("mayfly.yaml"));
    edit("mayfly.yaml", platform.replace("pods: \"20\"", "pods: \"21\""));
    CommandLineRun run = verify();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    GoldenFiles.verifyFile(Path.of("cli", "verify", "stale.txt"), run.transcript("verify"));
    assertThat(verify("--policy-ref", "main").code()).as("the admins' ref decides").isZero();
  }

  @Test
  void staleAndTamperedIsFoundOnceRenderedAgain() throws IOException {
    String namespace = Files.readString(clone.resolve(FOLDER + "namespace.yaml"));
    edit(FOLDER + "namespace.yaml", namespace.replace("restricted", "privileged"));
    CommandLineRun run = verify();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    GoldenFiles.verifyFile(Path.of("cli", "verify", "tampered.txt"), run.transcript("verify"));
  }

  @Test
  void mergeOfAPreviewMayTouchNothingElse() throws IOException {
    GitCommand git = GitCommand.in(clone);
    edit("mayfly.yaml", Files.readString(clone.resolve("mayfly.yaml")) + "# more\n");
    edit("README.md", "hello\n");
    git.run("add", "-A");
    git.run("commit", "-qm", "x");
    CommandLineRun run = verify("--base", "origin/main");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("`README.md` is outside every preview's folder")
        .contains("`mayfly.yaml` is outside every preview's folder");
  }

  @Test
  void mergeThatBringsTooManyIsFound() {
    world.editPlatform(text -> text.replace("limit: 5", "limit: 1"));
    GitCommand git = GitCommand.in(clone);
    git.run("fetch", "-q", "origin");
    git.run("reset", "-q", "--hard", "origin/main");
    world.editPlatform(text -> text.replace("limit: 1", "limit: 2"));
    world.pull(8);
    world.open(8);
    git.run("fetch", "-q", "origin");
    git.run("checkout", "-q", "origin/main", "--", "previews");
    git.run("commit", "-qm", "x");
    CommandLineRun run = verify("--base", "main~1");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("2 previews are more than the limit of 1");
  }

  /** One verdict: what lint says of the render stands beside what the proof says of the bytes. */
  @Test
  void whatTheTemplatesMakeIsLintedAndHeldAgainstSchemas() throws IOException {
    String template = Files.readString(Path.of("templates/overlay/http-route.yaml"));
    Map<String, String> override = new TreeMap<>();
    override.put(
        "templates/overlay/http-route.yaml",
        template.replace("  rules:", "  hostname: wrong\n  rules:"));
    world.gitops.commit("main", override);
    assertThat(world.open(7).err()).contains("[WL006]", "`hostname`");
    GitCommand git = GitCommand.in(clone);
    git.run("pull", "-q");
    CommandLineRun run = verify();
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("error[stale]", "error[WL006]")
        .doesNotContain("MF003", "MF004")
        .contains(FOLDER + "http-route.yaml:", "`hostname`")
        .contains("= note: this is what rendering gives");
    assertThat(verify("--fail-on", "never").code()).isZero();
    String silenced = Files.readString(clone.resolve(FOLDER + "http-route.yaml"));
    edit(
        FOLDER + "http-route.yaml",
        silenced.replace("  rules:", "  rules: # mayfly: ignore WL006 it is fine"));
    assertThat(verify("-o", "json").out()).contains("\"WL006\"").doesNotContain("LT002");
  }

  @Test
  void theVerdictIsReportedToTheCi() throws IOException {
    edit(FOLDER + "more.yaml", "kind: Secret\n");
    world.env.put("GITHUB_ACTIONS", "true");
    world.env.put("GITHUB_OUTPUT", temp.resolve("output").toString());
    world.env.put("GITHUB_STEP_SUMMARY", temp.resolve("summary").toString());
    CommandLineRun run = verify("-o", "sarif=" + temp.resolve("out.sarif"));
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("::error file=" + FOLDER + "more.yaml,title=mayfly extra-file");
    assertThat(temp.resolve("output")).content().contains("result", "findings", "\n1\n");
    assertThat(temp.resolve("summary")).content().contains("| error | extra-file |");
    assertThat(temp.resolve("out.sarif")).content().contains("\"ruleId\": \"extra-file\"");
  }

  @Test
  void unknownRefIsWrongUsage() {
    assertThat(verify("--base", "nowhere").code()).isEqualTo(ExitCode.CONFIGURATION);
  }
}
