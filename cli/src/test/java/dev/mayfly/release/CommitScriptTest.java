package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build writes into the program is the commit that it was built from, or nothing. */
class CommitScriptTest {
  private static final Path SCRIPT = Path.of("cli/packaging/commit.sh").toAbsolutePath();
  @TempDir Path folder;

  @Test
  void namesTheCommitAndItsDateInUtc() throws Exception {
    Path checkout = checkout("ours");
    String commit = run(checkout, "git log -1 --abbrev=12 --format=%h", Map.of());
    assertThat(run(checkout, "commit_flags", Map.of()))
        .isEqualTo("-Dmayfly.commit=" + commit + " -Dmayfly.date=2026-03-01");
    assertThat(run(checkout, "commit_time", Map.of())).isEqualTo("202603010130.00");
    Files.writeString(checkout.resolve("new.txt"), "");
    assertThat(run(checkout, "commit_flags", Map.of()))
        .isEqualTo("-Dmayfly.commit=" + commit + "-dirty -Dmayfly.date=2026-03-01");
  }

  /** Flags are words on a command line, so nothing that a shell or Maven reads may stand in one. */
  @Test
  void takesTheAddressFromWhoPublishes() throws Exception {
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    assertThat(
            run(unpacked, "commit_flags", Map.of("MAYFLY_HOME", "https://github.com/acme/mayfly")))
        .isEqualTo("-Dmayfly.home=https://github.com/acme/mayfly");
    for (String bad :
        List.of("", "https://", "http://a.dev/b", "https://a.dev/b -Dx=y", "https://a/*")) {
      assertThat(run(unpacked, "commit_flags", Map.of("MAYFLY_HOME", bad))).isEmpty();
    }
  }

  @Test
  void saysNothingOfTheRepositoryAroundAnUnpackedArchive() throws Exception {
    Path unpacked = Files.createDirectory(checkout("theirs").resolve("unpacked"));
    assertThat(run(unpacked, "commit_flags", Map.of())).isEmpty();
    assertThat(run(unpacked, "commit_time", Map.of())).isEqualTo("202601010000.00");
  }

  /** A hook of another repository starts the build with Git pointed at that one. */
  @Test
  void asksNoOtherRepository() throws Exception {
    Path ours = checkout("ours");
    String flags = run(ours, "commit_flags", Map.of());
    Path theirs = checkout("theirs");
    run(theirs, "git commit -q --allow-empty -m more", Map.of());
    assertThat(run(ours, "commit_flags", Map.of("GIT_DIR", theirs.resolve(".git").toString())))
        .isEqualTo(flags);
  }

  private Path checkout(String name) throws Exception {
    Path checkout = Files.createDirectory(folder.resolve(name));
    run(checkout, "git init -q && git commit -q --allow-empty -m " + name, Map.of());
    return checkout;
  }

  private String run(Path directory, String script, Map<String, String> env)
      throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-euc", ". " + SCRIPT + " && " + script)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    shell.environment().put("GIT_AUTHOR_NAME", "a");
    shell.environment().put("GIT_AUTHOR_EMAIL", "a@example.dev");
    shell.environment().put("GIT_COMMITTER_NAME", "a");
    shell.environment().put("GIT_COMMITTER_EMAIL", "a@example.dev");
    shell.environment().put("GIT_COMMITTER_DATE", "2026-02-28T20:30:00-05:00");
    shell.environment().putAll(env);
    Process process = shell.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.strip();
  }
}
