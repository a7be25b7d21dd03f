package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.git.RawTree.Slot;
import java.util.Arrays;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tree is its bytes: what is cut off is damaged, and a new entry stands where Git wants it. */
class RawTreeTest {
  private static final ObjectId ID = ObjectId.fromString("1".repeat(40));

  @Test
  void aTreeIsWholeOrDamaged() throws CorruptObjectException {
    byte[] bytes = tree("a", FileMode.REGULAR_FILE, "bc", FileMode.TREE).bytes();
    int first = "100644 a\0".length() + 20;
    for (int length = 0; length <= bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      if (length == 0 || length == first || length == bytes.length) {
        assertThat(RawTree.parse(cut).slots()).hasSize(length == 0 ? 0 : length == first ? 1 : 2);
      } else {
        assertThatThrownBy(() -> RawTree.parse(cut)).isInstanceOf(CorruptObjectException.class);
      }
    }
  }

  @Test
  void entriesAreReadAsTheyAre() throws CorruptObjectException {
    RawTree tree = tree("a", FileMode.REGULAR_FILE, "bc", FileMode.TREE);
    assertThat(tree.slots().stream().map(Slot::entry))
        .containsExactly(
            new TreeEntry("a", EntryKind.FILE, ID.name()),
            new TreeEntry("bc", EntryKind.DIRECTORY, ID.name()));
    assertThat(tree.find("bc").orElseThrow().id()).isEqualTo(ID);
    assertThat(tree.find("b")).isEmpty();
  }

  /** Git sorts a directory as if its name ended in a slash, those beside it too. */
  @ParameterizedTest
  @CsvSource({
    "b, TREE, b.c, 'b.c b'",
    "b, FILE, b.c, 'b b.c'",
    "b, TREE, b0, 'b b0'",
    "b.c, FILE, b, 'b.c b'",
    "b0, FILE, b, 'b b0'",
    "b, TREE, b, b",
    "z, FILE, b, 'b z'"
  })
  void aDirectoryStandsWhereGitWantsIt(String name, String mode, String added, String order)
      throws CorruptObjectException {
    RawTree tree = tree(name, mode.equals("TREE") ? FileMode.TREE : FileMode.REGULAR_FILE);
    RawTree more = tree.withDirectory(added, ID);
    assertThat(String.join(" ", more.slots().stream().map(Slot::name).toList())).isEqualTo(order);
    assertThat(more.without(added).slots().size()).isEqualTo(added.equals(name) ? 0 : 1);
  }

  @Test
  void treesOfTheSameBytesAreEqual() throws CorruptObjectException {
    RawTree one = tree("a", FileMode.TREE);
    assertThat(one).isEqualTo(tree("a", FileMode.TREE)).isNotEqualTo(RawTree.EMPTY);
    assertThat(one.hashCode()).isEqualTo(tree("a", FileMode.TREE).hashCode());
    assertThat(one.hashCode()).isNotEqualTo(RawTree.EMPTY.hashCode());
    assertThat(one.without("b")).isEqualTo(one);
    assertThat(one.without("a")).isEqualTo(RawTree.EMPTY);
    assertThat(one.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"A, true", "\u00c0, true", "a, false", "b, false", "a\u0300, true"})
  void aTwinMeetsANameOnSomeSystem(String name, boolean twin) throws CorruptObjectException {
    RawTree tree = tree("a", FileMode.TREE, "\u00e0", FileMode.TREE);
    assertThat(tree.twinOf(name).isPresent()).isEqualTo(twin);
  }

  private static RawTree tree(Object... entries) throws CorruptObjectException {
    TreeFormatter formatter = new TreeFormatter();
    for (int i = 0; i < entries.length; i += 2) {
      formatter.append((String) entries[i], (FileMode) entries[i + 1], ID);
    }
    return RawTree.parse(formatter.toByteArray());
  }
}
