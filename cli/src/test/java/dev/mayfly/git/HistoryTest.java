package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two commits have in common, where history may be cut off. */
class HistoryTest {
  @TempDir Path temp;
  private Repository repository;
  private int second;

  @BeforeEach
  void make() throws IOException {
    Path directory = GitCommand.bare(temp.resolve("app.git")).directory();
    repository = new RepositoryBuilder().setGitDir(directory.toFile()).build();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void theNewestCommitThatBothHave() throws IOException {
    ObjectId old = commit(Map.of());
    ObjectId base = commit(Map.of(), old);
    ObjectId one = commit(Map.of("a", "1"), base);
    ObjectId other = commit(Map.of("b", "1"), base);
    assertThat(history().mergeBase(one, other)).contains(base);
    assertThat(history().mergeBase(base, other)).contains(base);
    assertThat(history().mergeBase(one, commit(Map.of()))).isEmpty();
  }

  /** A way that ends at the cut could lead to a newer commit in common. */
  @Test
  void aCutOnEitherSideHidesIt() throws IOException {
    ObjectId old = commit(Map.of());
    ObjectId base = commit(Map.of(), old);
    ObjectId hidden = commit(Map.of("x", "1"));
    ObjectId merged = commit(Map.of(), base, hidden);
    ObjectId plain = commit(Map.of("b", "1"), base);
    assertThat(history().mergeBase(merged, plain)).contains(base);
    cut(hidden);
    assertThat(history().mergeBase(merged, plain)).isEmpty();
    assertThat(history().mergeBase(plain, merged)).isEmpty();
  }

  @Test
  void aCutBehindItHidesNothing() throws IOException {
    ObjectId old = commit(Map.of());
    ObjectId base = commit(Map.of(), old);
    ObjectId one = commit(Map.of("a", "1"), base);
    ObjectId other = commit(Map.of("b", "1"), base);
    cut(base);
    assertThat(history().mergeBase(one, other)).contains(base);
    cut(old);
    assertThat(history().mergeBase(one, other)).contains(base);
  }

  @Test
  void filesDifferUpToALimit() throws IOException {
    ObjectId base = commit(Map.of("same", "1", "changed", "1", "gone", "1"));
    ObjectId head = commit(Map.of("same", "1", "changed", "2", "come", "1"), base);
    assertThat(history().changed(base, head, 3))
        .isEqualTo(
            new ChangedPaths.Known(
                new CommitSha(base.name()), new TreeSet<>(Set.of("changed", "come", "gone"))));
    assertThat(history().changed(base, head, 2))
        .isEqualTo(new ChangedPaths.Unknown("more than 2 files changed"));
  }

  private History history() throws IOException {
    repository.close();
    repository = new RepositoryBuilder().setGitDir(repository.getDirectory()).build();
    return new History(repository);
  }

  private void cut(ObjectId commit) throws IOException {
    Files.writeString(repository.getDirectory().toPath().resolve("shallow"), commit.name() + "\n");
  }

  private ObjectId commit(Map<String, String> files, ObjectId... parents) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      TreeFormatter tree = new TreeFormatter();
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        ObjectId blob =
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
        tree.append(file.getKey(), FileMode.REGULAR_FILE, blob);
      }
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(inserter.insert(tree));
      commit.setParentIds(parents);
      Instant when = Instant.EPOCH.plusSeconds(++second);
      PersonIdent person = new PersonIdent("m", "m@example.dev", when, ZoneOffset.UTC);
      commit.setAuthor(person);
      commit.setCommitter(person);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }
}
