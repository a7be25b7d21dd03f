package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is what Git itself says. */
class OriginUrlTest {
  private static final String URL = "git@github.com:acme/gitops.git";
  @TempDir Path folder;

  @Test
  void isThatOfTheCloneOfItsOtherWorkTreesAndOfItsSubmodules() throws Exception {
    Path top = folder.resolve("top");
    git(folder, "init", "-q", top.toString());
    assertThat(OriginUrl.of(top)).isEmpty();
    git(top, "remote", "add", "upstream", "https://github.com/other/gitops.git");
    git(top, "remote", "add", "origin", URL);
    git(top, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "--allow-empty", "-mx");
    git(top, "worktree", "add", "-q", "../more");
    assertThat(OriginUrl.of(top)).contains(URL);
    assertThat(Files.isRegularFile(folder.resolve("more/.git"))).isTrue();
    assertThat(OriginUrl.of(folder.resolve("more"))).contains(URL);
    Path part = Files.createDirectory(top.resolve("part"));
    Files.writeString(part.resolve(".git"), "gitdir: ../.git\n");
    assertThat(OriginUrl.of(part)).contains(URL);
  }

  @Test
  void isNotThereWhereGitIsNotOrIsDamaged() throws Exception {
    assertThat(OriginUrl.of(folder)).isEmpty();
    Files.writeString(folder.resolve(".git"), "gitdir: \0\n");
    assertThat(OriginUrl.of(folder)).isEmpty();
    Files.writeString(folder.resolve(".git"), "gitdir: .git\n");
    assertThat(OriginUrl.of(folder)).isEmpty();
  }

  @Test
  void isReadAsGitReadsIt() throws Exception {
    for (String config :
        new String[] {
          "[remote \"origin\"]\n\turl = a\n",
          "[REMOTE \"origin\"] URL=a # one\n\turl = b\n",
          "[remote \"origin\"]\r\n\tfetch = +x\r\n\turl=a ; one\r\n",
          "  [ remote   \"origin\" ]\nurl = a\n"
              .replace("[ remote", "[remote")
              .replace("\" ]", "\"]"),
          "[remote \"Origin\"]\nurl = b\n[remote \"origin\"]\nurl = a\n",
          "[remote \"other\"]\nurl = b\n[remote \"origin\"]\nurl = a\n[core]\nurl = c\n",
        }) {
      assertThat(OriginUrl.in(config)).as(config).contains("a");
      Path file = Files.writeString(folder.resolve("config"), config);
      assertThat(
              git(folder, "config", "-f", file.toString(), "--get-all", "remote.origin.url")
                  .lines())
          .as(config)
          .startsWith("a");
    }
    for (String config :
        new String[] {
          "",
          "[remote]\nurl = a\n",
          "[remote \"a\"]\nurl = a\n",
          "url = a\n",
          "[remote \"origin\"]\nurl =\n",
          "[remote \"origin\"]\nurl = \"a b\"\n",
          "[remote \"origin\"]\n# url = a\n",
          "[remote \"origin\"\nurl = a"
        }) {
      assertThat(OriginUrl.in(config)).as(config).isEmpty();
    }
  }

  private static String git(Path folder, String... words) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git");
    git.command().addAll(java.util.List.of(words));
    git.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    git.environment().put("HOME", folder.toString());
    Process process = git.directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
