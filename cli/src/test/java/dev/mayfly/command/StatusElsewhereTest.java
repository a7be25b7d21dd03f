package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a preview is live whose commit only the overlay's record names. */
class StatusElsewhereTest {
  private static final String DIGEST = "sha256:" + "d".repeat(64);
  @TempDir Path temp;
  private GitCommand gitops;

  @BeforeEach
  void start() throws IOException {
    gitops = GitCommand.bare(temp.resolve("gitops.git"));
    gitops.commit(
        "main",
        Map.of(
            "mayfly.yaml",
            Files.readString(Examples.HOME.resolve("shapes/bundle-elsewhere/mayfly.yaml"))));
  }

  private String recorded(String headSha) throws IOException {
    Path golden = Path.of("golden/shapes/bundle-elsewhere/previews/cart/pr-128/preview.yaml");
    String record =
        Files.readString(golden)
            .replace("128", "7")
            .replaceFirst("headSha: \"[0-9a-f]{40}\"", "headSha: \"" + headSha + "\"")
            .replaceFirst("sha256:[0-9a-f]{64}", DIGEST);
    return gitops.commit("main", Map.of("previews/cart/pr-7/preview.yaml", record));
  }

  private String status(String overlay) throws IOException {
    ShownApplication shown = ShownApplication.cart(overlay, DIGEST);
    Files.writeString(temp.resolve("applications.json"), shown.json());
    CommandLineRun run =
        CommandLineRun.of(
            temp,
            "status",
            "--offline",
            "--applications",
            "applications.json",
            "--gitops-url",
            "file://" + gitops.directory());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void theRecordThatArgoCdComparedWithTellsTheCommit() throws IOException {
    String before = recorded(ShownApplication.OLDER);
    String after = recorded(ShownApplication.SHA);
    assertThat(status(after)).contains("live: is Synced and Healthy");
    assertThat(status(before)).contains("stale: is at commit `6666666`");
    assertThat(status("0".repeat(40)))
        .contains("delivered: was compared with no overlay that can be read");
  }
}
