package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof made before each push must notice whatever an edit could do wrong. */
class SiblingsUntouchedTest {
  @TempDir Path temp;

  private void check(String path, String mode) throws Exception {
    GitCommand git = GitCommand.bare(temp.resolve("x.git"));
    git.commit("main", Map.of("a", "1", "previews/orders/pr-7/x", "1", "previews/other/x", "1"));
    ObjectId before = ObjectId.fromString(git.run("rev-parse", "main^{tree}"));
    git.entry("main", mode, path, "2");
    ObjectId after = ObjectId.fromString(git.run("rev-parse", "main^{tree}"));
    HermeticSystem.install();
    try (Repository repository =
            new RepositoryBuilder().setGitDir(git.directory().toFile()).build();
        ObjectReader reader = repository.newObjectReader()) {
      new SiblingsUntouched(reader)
          .check(before, after, List.of(TreePath.of("previews/orders/pr-7")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, 100644",
    "new, 100644",
    "previews/other/x, 100644",
    "previews/orders/pr-8/x, 100644",
    "previews/orders/x, 100644",
    "previews/other/x, 120000",
    "previews/other, 160000",
    "previews/orders, 100644",
  })
  void noticesAChangeBeside(String path, String mode) {
    assertThatThrownBy(() -> check(path, mode)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "previews/orders/pr-7/x, 100644",
    "previews/orders/pr-7/y/z, 100644",
    "previews/orders/pr-7, 100644"
  })
  void allowsAnyChangeInside(String path, String mode) {
    assertThatCode(() -> check(path, mode)).doesNotThrowAnyException();
  }
}
