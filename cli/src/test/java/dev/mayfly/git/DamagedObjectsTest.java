package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that no honest Git writes: each ends in a problem, whatever is asked of them. */
class DamagedObjectsTest {
  @TempDir Path temp;
  private GitCommand git;
  private String blob = "";
  private String tree = "";

  @BeforeEach
  void repository() {
    git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n", "deploy/a.yaml", "a\n"));
    blob = git.run("rev-parse", "main:mayfly.yaml");
    tree = git.run("rev-parse", "main:deploy");
  }

  enum Damage {
    FILE_THAT_IS_A_TREE,
    DIRECTORY_THAT_IS_A_FILE,
    TRUNCATED_ID,
    NO_NAME,
    NO_MODE,
    LETTERS_AS_MODE,
    HUGE_MODE,
    MISSING_TREE,
    GARBAGE
  }

  private byte[] damaged(Damage damage) {
    return switch (damage) {
      case FILE_THAT_IS_A_TREE -> entry("100644 deploy\0", tree);
      case DIRECTORY_THAT_IS_A_FILE -> entry("40000 deploy\0", blob);
      case TRUNCATED_ID -> entry("40000 deploy\0", tree.substring(0, 20));
      case NO_NAME -> entry("40000 \0", tree);
      case NO_MODE -> entry(" deploy\0", tree);
      case LETTERS_AS_MODE -> entry("drwxr-xr-x deploy\0", tree);
      case HUGE_MODE -> entry("7777777777777777 deploy\0", tree);
      case MISSING_TREE -> entry("40000 deploy\0", "1".repeat(40));
      case GARBAGE -> "deploy".getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] entry(String head, String id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(HexFormat.of().parseHex(id));
    return bytes.toByteArray();
  }

  /** Puts an object of any content there, as no version of Git would, and names it. */
  private String write(String type, byte[] content) throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes((type + " " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
    object.writeBytes(content);
    String id = HexFormat.of().formatHex(sha1(object.toByteArray()));
    Path file = file(id);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
      out.write(object.toByteArray());
    }
    return id;
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(String id) {
    return git.directory().resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
  }

  private void commit(String text) throws IOException {
    String id = write("commit", text.getBytes(StandardCharsets.UTF_8));
    Files.writeString(git.directory().resolve("refs/heads/main"), id + "\n");
  }

  private void commitTree(String id) throws IOException {
    commit("tree " + id + "\nauthor T <t@x> 1 +0000\ncommitter T <t@x> 1 +0000\n\nx\n");
  }

  /** Everything that a run may do with a commit; each is a problem or an answer. */
  private int asked(Snapshot found, RemoteRepository remote) {
    int problems = 0;
    TreePath deploy = TreePath.of("deploy");
    for (Runnable question :
        new Runnable[] {
          () -> found.find(TreePath.of("deploy/a.yaml")),
          () -> found.list(deploy),
          () -> found.read(TreePath.of("deploy/a.yaml"), 99),
          () -> found.read(deploy, 99),
          () -> found.walk(deploy, WalkBudget.BUNDLE),
          () -> found.walk(TreePath.ROOT, WalkBudget.BUNDLE),
          found::message,
          () ->
              remote.commit(
                  found,
                  List.of(new TreeEdit.Remove(TreePath.of("deploy/x"))),
                  Deliveries.text("x"))
        }) {
      try {
        question.run();
      } catch (ProblemsException e) {
        problems++;
        assertThat(e.fault()).isIn(Fault.REMOTE, Fault.REFUSED);
        assertThat(e.problems()).hasSize(1);
        assertThat(e.getMessage()).doesNotContain("\n", "Exception").isNotBlank();
      }
    }
    return problems;
  }

  @ParameterizedTest
  @EnumSource
  void aTreeOnDiskEndsInAProblem(Damage damage) throws IOException {
    commitTree(write("tree", damaged(damage)));
    try (RemoteRepository remote = onDisk()) {
      assertThat(asked(remote.require(MAIN), remote)).isPositive();
    }
  }

  /** How many there are; a branch that cannot be read at all is one. */
  private int problems(RemoteRepository remote) {
    try {
      return asked(remote.require(MAIN), remote);
    } catch (ProblemsException e) {
      assertThat(e.fault()).isEqualTo(Fault.REMOTE);
      return 1;
    }
  }

  /** Some of them a server notices by itself, and refuses to send. */
  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void aTreeFromAServerEndsInAProblem(Damage damage) throws IOException {
    commitTree(write("tree", damaged(damage)));
    try (GitServer server = GitServer.serving(temp);
        RemoteRepository remote = Deliveries.open(server.url("gitops.git"), temp)) {
      assertThat(problems(remote)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tree",
        "tree xyz",
        "tree 1111111111111111111111111111111111111111",
        "tree 1111111111111111111111111111111111111111\nauthor x\ncommitter y\nencoding none\n\n",
        "author T <t@x> 1 +0000"
      })
  void aCommitEndsInAProblem(String text) throws IOException {
    commit(text);
    try (RemoteRepository remote = onDisk()) {
      assertThat(problems(remote)).isPositive();
    }
  }

  @Test
  void whatIsNotThereAndWhatIsDamagedAreTwoThings() throws IOException {
    String loose = write("tree", entry("100644 a\0", blob));
    commitTree(loose);
    Files.writeString(file(loose), "this was never compressed");
    assertThat(listing()).isEqualTo("object-damaged");
    Files.delete(file(loose));
    assertThat(listing()).isEqualTo("object-missing");
    commit("tree");
    assertThat(listing()).isEqualTo("object-damaged");
  }

  private String listing() {
    try (RemoteRepository remote = onDisk()) {
      ProblemsException e =
          catchThrowableOfType(
              ProblemsException.class, () -> remote.require(MAIN).list(TreePath.ROOT));
      return e.problems().getFirst().id();
    }
  }

  private RemoteRepository onDisk() {
    return Deliveries.open(RemoteUrl.parse("file://" + git.directory()), temp);
  }
}
