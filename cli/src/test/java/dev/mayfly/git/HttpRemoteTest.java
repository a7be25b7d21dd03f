package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CompareAndSwapLoop.Result;
import dev.mayfly.preview.CommitSha;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading from and writing to {@code git http-backend}. */
class HttpRemoteTest extends OverHttp {
  @Test
  void fetchesTreesFirstAndOnlyTheBlobsThatAreRead() throws Exception {
    try (RemoteRepository remote = open()) {
      Snapshot main = remote.require(MAIN);
      assertThat(main.commit()).isEqualTo(new CommitSha(git.tip("main")));
      assertThat(main.list(TreePath.of("previews/orders")))
          .extracting(TreeEntry::name)
          .containsExactly("pr-8");
      int asked = server.requests.size();
      assertThat(main.find(TreePath.of("previews/orders/pr-8/preview.yaml"))).isPresent();
      assertThat(server.requests).hasSize(asked);
      assertThat(
              main.readAll(
                  List.of(
                      TreePath.of("mayfly.yaml"), TreePath.of("previews/orders/pr-8/preview.yaml")),
                  1000))
          .hasSize(2)
          .extractingByKey(TreePath.of("mayfly.yaml"))
          .isEqualTo("kind: PreviewPlatform\n".getBytes(StandardCharsets.UTF_8));
      String big = git.run("rev-parse", "main:big.bin");
      assertThat(
              remote
                  .objects()
                  .getObjectDatabase()
                  .has(org.eclipse.jgit.lib.ObjectId.fromString(big)))
          .isFalse();
    }
  }

  /** A folder that has just changed would be listed at each look for two seconds. */
  @Test
  void listsNoPacksAgainThatItFetchedItself() throws Exception {
    try (RemoteRepository remote = open()) {
      remote.require(MAIN).read(TreePath.of("mayfly.yaml"), 1000);
      Path packs = remote.objects().getDirectory().toPath().resolve("objects/pack");
      try (Stream<Path> files = Files.list(packs)) {
        assertThat(files).isNotEmpty().noneMatch(file -> file.toString().endsWith(".keep"));
      }
      assertThat(Files.getLastModifiedTime(packs)).isEqualTo(FileTime.fromMillis(0));
    }
  }

  /** What lies in the folders themselves, and nothing of what lies deeper or beside. */
  @Test
  void makesReadyToReadFoldersInOneConversation() throws Exception {
    git.commit("main", Map.of("previews/orders/pr-9/preview.yaml", "nine\n"));
    try (RemoteRepository remote = open()) {
      Snapshot main = remote.require(MAIN);
      int asked = server.requests.size();
      main.prepare(
          List.of(TreePath.of("previews/orders/pr-8"), TreePath.of("previews/orders/pr-9")));
      int prepared = server.requests.size();
      assertThat(prepared).isGreaterThan(asked);
      for (String folder : List.of("pr-8", "pr-9")) {
        TreePath file = TreePath.of("previews/orders/" + folder + "/preview.yaml");
        assertThat(main.read(file, 1000)).isPresent();
      }
      main.prepare(List.of(TreePath.of("previews/orders/pr-8"), TreePath.of("absent")));
      assertThat(server.requests).hasSize(prepared);
      assertThat(main.read(TreePath.of("mayfly.yaml"), 1000)).isPresent();
      assertThat(server.requests.size()).isGreaterThan(prepared);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsFromServersWithoutFilters(boolean versionTwo) {
    git.run("config", "uploadpack.allowFilter", "false");
    server.versionTwo = versionTwo;
    try (RemoteRepository remote = open()) {
      assertThat(remote.require(MAIN).read(TreePath.of("mayfly.yaml"), 1000)).isPresent();
      assertThat(deliver(remote, overlay(7, "seven\n"))).isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.paths("main")).contains("previews/orders/pr-7/preview.yaml", "big.bin");
  }

  @Test
  void readsFromAnOldServerThatGivesOutNoSingleObject() {
    server.versionTwo = false;
    try (RemoteRepository remote = open()) {
      assertThat(remote.require(MAIN).read(TreePath.of("mayfly.yaml"), 1000)).isPresent();
    }
  }

  @Test
  void deliversUpdatesAndRemoves() {
    try (RemoteRepository remote = open()) {
      assertThat(deliver(remote, overlay(7, "seven\n"))).isInstanceOf(Result.Delivered.class);
      assertThat(deliver(remote, overlay(7, "seven again\n"))).isInstanceOf(Result.Delivered.class);
      assertThat(deliver(remote, new TreeEdit.Remove(Deliveries.directory(7))))
          .isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.run("rev-list", "--count", "main")).isEqualTo("4");
    assertThat(git.run("fsck", "--strict")).doesNotContain("error");
    assertThat(git.paths("main")).hasSize(3);
  }

  @Test
  void readsACommitByItsIdAlone() {
    String old = git.tip("main");
    git.commit("main", Map.of("later", "x"));
    try (RemoteRepository remote = open()) {
      Snapshot found = remote.fetch(new CommitSha(old));
      assertThat(found.find(TreePath.of("later"))).isEmpty();
      assertThatThrownBy(() -> remote.fetch(new CommitSha("1".repeat(40))))
          .isInstanceOfSatisfying(
              ProblemsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REMOTE));
    }
  }

  @Test
  void saysWhichBranchIsMissing() {
    try (RemoteRepository remote = open()) {
      assertThatThrownBy(() -> remote.require(RefName.branch("mian")))
          .isInstanceOfSatisfying(
              ProblemsException.class,
              e -> {
                assertThat(e.problems().getFirst().id()).isEqualTo("branch-missing");
                assertThat(e.problems().getFirst().hint()).contains("`main`");
              });
    }
  }

  @Test
  void saysThatARepositoryIsEmptyOrNotThere() {
    GitCommand.bare(temp.resolve("empty.git"));
    for (String name : List.of("empty.git", "absent.git")) {
      try (RemoteRepository remote = Deliveries.open(server.url(name), temp)) {
        assertThatThrownBy(() -> remote.require(MAIN))
            .isInstanceOfSatisfying(
                ProblemsException.class,
                e ->
                    assertThat(e.problems().getFirst().id())
                        .isEqualTo(
                            name.equals("empty.git") ? "repository-empty" : "repository-missing"));
      }
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    try (RemoteRepository remote = open()) {
      deliver(remote, overlay(7, "x"));
    }
    try (var left = Files.list(temp)) {
      assertThat(left).containsExactly(temp.resolve("gitops.git"));
    }
  }
}
