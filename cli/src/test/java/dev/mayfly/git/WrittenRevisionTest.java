package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches, tags and commits as people write them, over the wire and on disk. */
class WrittenRevisionTest extends OverHttp {
  private static final TreePath FILE = TreePath.of("mayfly.yaml");

  private RemoteRepository open(boolean wire) {
    return wire ? open() : Deliveries.open(RemoteUrl.parse("file://" + git.directory()), temp);
  }

  private static String in(RemoteRepository remote, String text) {
    Snapshot found = new WrittenRevision(text).in(remote);
    assertThat(found.read(FILE, 1000)).isPresent();
    return found.commit().hex();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachKindIsACommit(boolean wire) {
    String main = git.tip("main");
    git.run("tag", "light", "main");
    git.run("tag", "--annotate", "--message", "a release", "v1.0/rc+1", "main");
    git.commit("feature/x", Map.of("mayfly.yaml", "other\n"));
    git.commit("main", Map.of("more", ""));
    try (RemoteRepository remote = open(wire)) {
      assertThat(in(remote, "light")).isEqualTo(main);
      assertThat(in(remote, "v1.0/rc+1")).isEqualTo(main);
      assertThat(in(remote, "feature/x")).isEqualTo(git.tip("feature/x"));
      assertThat(in(remote, main)).isEqualTo(main);
      assertThat(in(remote, "main")).isEqualTo(git.tip("main")).isNotEqualTo(main);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBranchAndATagOfOneCommitAreOne(boolean wire) {
    git.run("tag", "--annotate", "--message", "the same", "main", "main");
    try (RemoteRepository remote = open(wire)) {
      assertThat(in(remote, "main")).isEqualTo(git.tip("main"));
    }
  }

  @Test
  void whatIsNoneIsSaid() {
    git.run("tag", "v1.0.0", "main");
    try (RemoteRepository remote = open()) {
      for (String text :
          new String[] {"v1.0.1", "mai", "HEAD", "main~0", "refs/heads/main", "-x"}) {
        assertThatThrownBy(() -> in(remote, text))
            .isInstanceOfSatisfying(
                ProblemsException.class,
                e ->
                    assertThat(e.problems())
                        .extracting(Problem::id)
                        .containsExactly("revision-missing"));
      }
    }
  }
}
