package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.WalkBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is read by the rules of a tree. */
class BundleFolderTest {
  @TempDir Path temp;
  private BundleFolder folder;

  @BeforeEach
  void make() throws IOException {
    folder = new BundleFolder(temp, "");
    Files.createDirectories(temp.resolve("real/below"));
    Files.writeString(temp.resolve("real/a.yaml"), "x");
    Files.writeString(temp.resolve("real/below/b.yaml"), "yz");
    Files.writeString(temp.resolve("top.yaml"), "");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Files.createSymbolicLink(temp.resolve("deploy"), temp.resolve("real"));
    refused(() -> folder.walk("deploy", WalkBudget.BUNDLE), "not-a-file");
    refused(() -> folder.walk("", WalkBudget.BUNDLE), "not-a-file");
    refused(() -> folder.read("deploy/a.yaml", 1), "not-a-file");
  }

  @Test
  void oneFileIsRead() {
    assertThat(folder.read("real/a.yaml", 1)).hasValueSatisfying(it -> assertThat(it).hasSize(1));
    assertThat(folder.read("real", 1)).isEmpty();
    refused(() -> folder.read("real/a.yaml", 0), "bundle-too-large");
    assertThat(folder.top()).containsExactly("top.yaml");
  }

  @Test
  void aWalkHasABudget() {
    assertThat(folder.walk("real", new WalkBudget(3, 1, 2, 3))).hasSize(2);
    refused(() -> folder.walk("real", new WalkBudget(2, 1, 2, 3)), "bundle-too-large");
    refused(() -> folder.walk("real", new WalkBudget(3, 0, 2, 3)), "bundle-too-large");
    refused(() -> folder.walk("real", new WalkBudget(3, 1, 1, 3)), "bundle-too-large");
    refused(() -> folder.walk("real", new WalkBudget(3, 1, 2, 2)), "bundle-too-large");
  }

  @Test
  void namesAreSafe() throws IOException {
    Files.writeString(temp.resolve("real/aux"), "");
    refused(() -> folder.walk("real", WalkBudget.BUNDLE), "unsafe-name");
  }

  @Test
  void messagesSayWhereItLies() {
    assertThat(folder.shown("a")).isEqualTo("a");
    assertThat(new BundleFolder(temp, "repo").shown("")).isEqualTo("repo");
    assertThat(new BundleFolder(temp, "repo").shown("a")).isEqualTo("repo/a");
  }

  private static void refused(Runnable read, String id) {
    assertThatThrownBy(read::run)
        .isInstanceOfSatisfying(
            ProblemsException.class, e -> assertThat(e.problems().getFirst().id()).isEqualTo(id));
  }
}
