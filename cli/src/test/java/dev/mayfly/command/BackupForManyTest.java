package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code render preview --all-prs FILE --backup NAME}: the backup of all that name none. */
class BackupForManyTest {
  @TempDir Path temp;

  private CommandLineRun render(String example, String... more) throws Exception {
    Path folder = Examples.copy(example, temp.resolve(example));
    Path platform = folder.resolve("mayfly.yaml");
    Files.writeString(
        platform, Files.readString(platform).replace("from: on-demand", "from: latest"));
    Files.writeString(folder.resolve("prs.json"), entries(example));
    String[] args = new String[more.length + 4];
    System.arraycopy(new String[] {"render", "preview", "--all-prs", "prs.json"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(folder, args);
  }

  private static String entries(String example) {
    String app = example.equals("primitives") ? "orders" : "monolith";
    String repository = example.equals("primitives") ? "acme/primitives" : "jomcgi/homelab";
    String entry =
        "{\"app\": \"%s\", \"number\": %%d, \"headSha\": \"%s\", \"repository\": \"%s\","
                .formatted(app, "0a".repeat(20), repository)
            + " \"images\": {\"app\": \"sha256:%s\"}%%s}".formatted("0a".repeat(32));
    return "["
        + entry.formatted(7, "")
        + ","
        + entry.formatted(8, app.equals("orders") ? "" : ", \"backup\": \"own-8\"")
        + "]";
  }

  @Test
  void countsForThoseThatNameNone() throws Exception {
    CommandLineRun run = render("monolith-overlay", "--backup", "nightly-1");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("backup: nightly-1\n").contains("backup: own-8\n");
  }

  @Test
  void withoutItItIsAskedFor() throws Exception {
    CommandLineRun run = render("monolith-overlay");
    assertThat(run.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(run.err()).contains("error[backup-not-given]");
  }

  @Test
  void isRefusedWhereNobodyTakesIt() throws Exception {
    CommandLineRun run = render("primitives", "--backup", "nightly-1");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("`--backup` says nothing where no app of the file clones");
  }
}
