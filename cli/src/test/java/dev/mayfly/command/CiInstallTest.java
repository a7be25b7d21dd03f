package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which program a CI runs for a pin: the release of that commit, a build of it, or none. */
class CiInstallTest {
  private static final String UNKNOWN = "1234567890abcdef1234567890abcdef12345678";
  @TempDir private Path temp;
  private CiRelease release;
  private String commit;

  @BeforeEach
  void publish() {
    release = new CiRelease(temp);
    commit = release.source.tip("main");
    GitCommand.in(temp).run("clone", "-q", "file://" + release.source.directory(), "checkout");
  }

  @AfterEach
  void stop() {
    release.close();
  }

  private ScriptRun ci(String version, Map<String, String> more) {
    Map<String, String> variables = new TreeMap<>(release.variables());
    variables.putAll(more);
    return ScriptRun.of(temp, temp, variables, "sh", "checkout/cli/packaging/ci.sh", version);
  }

  private Path kept() {
    return temp.resolve("tools/mayfly/" + ReleaseServer.name(CiRelease.VERSION) + ".tar.gz");
  }

  private long archives() {
    return release.server.asked.stream().filter(uri -> uri.endsWith(".tar.gz")).count();
  }

  /** One pin, however it is written: by the tag, by its commit, by the checkout's own, by hand. */
  @ParameterizedTest
  @ValueSource(strings = {"tag", "commit", "checkout", "version", "sha"})
  void aPinIsTheReleaseOfItsCommit(String by) {
    ScriptRun ran =
        switch (by) {
          case "tag" -> ci("", Map.of("INSTALL_MAYFLY_PIN", "v" + CiRelease.VERSION));
          case "commit" -> ci("", Map.of("INSTALL_MAYFLY_PIN", commit));
          case "version" -> ci(CiRelease.VERSION, Map.of());
          case "sha" -> ci(commit, Map.of());
          default -> ci("", Map.of());
        };
    assertThat(ran.isRelease()).as(ran.toString()).isTrue();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aJobAsksOnceAndTheNextForTheChecksumAlone() {
    ScriptRun first = ci("", Map.of());
    assertThat(ci("", Map.of())).isEqualTo(first);
    assertThat(release.server.asked).hasSize(2);
    ScriptRun next = ci("", Map.of("RUNNER_TEMP", temp + "/next"));
    assertThat(next.isRelease()).as(next.toString()).isTrue();
    assertThat(release.server.asked).hasSize(3);
    assertThat(archives()).isEqualTo(1);
  }

  @Test
  void whatIsKeptIsHeldAgainstTheChecksumOfToday() throws IOException {
    ci("", Map.of());
    Files.writeString(kept(), "somebody else's\n");
    ScriptRun next = ci("", Map.of("RUNNER_TEMP", temp + "/next"));
    assertThat(next.isRelease()).as(next.toString()).isTrue();
    assertThat(next.err())
        .isEqualTo(
            "install: %s is not what its release's checksum says, so it is fetched again\n"
                .formatted(kept()));
    assertThat(archives()).isEqualTo(2);
    assertThat(Files.size(kept())).isGreaterThan(100);
  }

  @Test
  void aCacheThatCannotBeWrittenCostsADownloadOnly() throws IOException {
    Files.writeString(temp.resolve("tools"), "a file\n");
    ScriptRun ran = ci("", Map.of());
    assertThat(ran.isRelease()).as(ran.toString()).isTrue();
    assertThat(ran.err())
        .isEqualTo(
            "install: %s/tools/mayfly cannot be written to, so the next job fetches it again\n"
                .formatted(temp));
  }

  @Test
  void aCommitBetweenReleasesIsBuilt() {
    release.publish(UNKNOWN);
    ScriptRun ran = ci("", Map.of("INSTALL_MAYFLY_PIN", commit));
    assertThat(ran.isBuild()).as(ran.toString()).isTrue();
    assertThat(ran.err())
        .contains("is of another commit\n", "building from source")
        .hasLineCount(2);
    assertThat(ran.out()).isEqualTo(temp + "/checkout/mayfly\n");
  }

  @Test
  void aReleaseThatIsNotThereIsBuiltFromItsTag() {
    release.server.files.clear();
    ScriptRun here = ci("", Map.of("INSTALL_MAYFLY_PIN", "v" + CiRelease.VERSION));
    assertThat(here.out()).as(here.err()).isEqualTo(temp + "/checkout/mayfly\n");
    assertThat(here.err()).contains("there is no release", "building from source");
    ScriptRun tag = ci("v" + CiRelease.VERSION, Map.of());
    assertThat(tag.isBuild()).as(tag.toString()).isTrue();
    assertThat(tag.out()).contains("/source-refs_tags_v" + CiRelease.VERSION);
    ScriptRun another = ci(commit, Map.of("INSTALL_MAYFLY_PIN", UNKNOWN));
    assertThat(another.out()).as(another.err()).contains("/source-" + commit);
  }

  /** What the branch is now may be newer than any release, so none is taken for it. */
  @Test
  void aBranchIsBuiltAndNothingIsAsked() {
    assertThat(ci("", Map.of("INSTALL_MAYFLY_PIN", "main")).isBuild()).isTrue();
    assertThat(release.server.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum  | 1 | is not what its checksum says",
        "cut  | 1 | was cut off",
        "down | 1 | cannot be fetched: curl",
      })
  void troubleWithAReleaseIsNeverAReasonToBuild(String trouble, int code, String says) {
    String archive =
        "v%s/%s.tar.gz".formatted(CiRelease.VERSION, ReleaseServer.name(CiRelease.VERSION));
    if (trouble.equals("sum")) {
      release.server.text(archive + ".sha256", "0".repeat(64) + "\n");
    }
    release.server.cutting = trouble.equals("cut");
    Map<String, String> from =
        trouble.equals("down") ? Map.of("INSTALL_MAYFLY_FROM", "http://127.0.0.1:1/a/b") : Map.of();
    ScriptRun ran = ci("", from);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("install: ").contains(says).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latest | 2 | install: `latest` is neither a version such as 1.2.3 nor a full commit id",
        "../x   | 2 | install: `../x` is neither a version such as 1.2.3 nor a full commit id",
        "9.9.9  | 1 | there is neither a release nor a commit `9.9.9` that can be fetched from",
        UNKNOWN + " | 1 | there is neither a release nor a commit `" + UNKNOWN,
      })
  void aWrongVersionIsSaid(String version, int code, String says) {
    ScriptRun ran = ci(version, Map.of());
    assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(says);
  }
}
