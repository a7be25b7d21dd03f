package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree around many folders is parsed once, and memory does not grow with what is read. */
class ParsedTreesTest {
  @Test
  @Tag("slow")
  void keepsWhatWasReadLast(@TempDir Path temp) throws Exception {
    GitCommand git = GitCommand.bare(temp.resolve("x.git"));
    for (int i = 0; i < 20; i++) {
      git.commit("main", Map.of("d" + i + "/f", "" + i));
    }
    try (Repository repository =
            new FileRepositoryBuilder().setGitDir(git.directory().toFile()).build();
        ObjectReader reader = repository.newObjectReader()) {
      ParsedTrees trees = new ParsedTrees();
      ObjectId root = ObjectId.fromString(git.run("rev-parse", "main^{tree}"));
      RawTree first = trees.read(reader, root);
      assertThat(first.slots()).hasSize(20);
      assertThat(trees.read(reader, root)).isSameAs(first);
      for (int i = 0; i < 20; i++) {
        trees.read(reader, ObjectId.fromString(git.run("rev-parse", "main:d" + i)));
        if (i < 10) {
          assertThat(trees.read(reader, root)).as("asked for again and again").isSameAs(first);
        }
      }
      trees.read(reader, ObjectId.fromString(git.run("rev-parse", "main~1^{tree}")));
      for (int i = 2; i < 19; i++) {
        trees.read(reader, ObjectId.fromString(git.run("rev-parse", "main:d" + i)));
      }
      assertThat(trees.read(reader, root)).as("given up").isNotSameAs(first).isEqualTo(first);
    }
  }
}
