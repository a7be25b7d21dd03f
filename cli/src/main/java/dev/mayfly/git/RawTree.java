package dev.mayfly.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A tree object as its bytes. An edit cuts one entry out or splices one in and leaves every other
 * byte as it was, odd modes and odd names of the neighbours included.
 */
record RawTree(byte[] bytes, List<Slot> slots) {
  static final RawTree EMPTY = new RawTree(new byte[0], List.of());

  /** One entry and the bytes it takes. */
  record Slot(int start, int end, int mode, byte[] rawName, ObjectId id) {
    String name() {
      return new String(rawName, StandardCharsets.UTF_8);
    }

    EntryKind kind() {
      return EntryKind.of(mode);
    }

    TreeEntry entry() {
      return new TreeEntry(name(), kind(), id.name());
    }
  }

  static RawTree read(ObjectReader reader, ObjectId tree) throws IOException {
    return parse(reader.open(tree, Constants.OBJ_TREE).getCachedBytes(1 << 26));
  }

  static RawTree parse(byte[] bytes) throws CorruptObjectException {
    List<Slot> slots = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int start = at;
      int mode = 0;
      while (at < bytes.length && bytes[at] != ' ') {
        mode = (mode << 3) + (bytes[at++] - '0');
      }
      int name = ++at;
      while (at < bytes.length && bytes[at] != 0) {
        at++;
      }
      if (at + 1 + Constants.OBJECT_ID_LENGTH > bytes.length) {
        throw new CorruptObjectException("a tree ends in the middle of an entry");
      }
      byte[] rawName = Arrays.copyOfRange(bytes, name, at);
      ObjectId id = ObjectId.fromRaw(bytes, at + 1);
      at += 1 + Constants.OBJECT_ID_LENGTH;
      slots.add(new Slot(start, at, mode, rawName, id));
    }
    return new RawTree(bytes, List.copyOf(slots));
  }

  boolean isEmpty() {
    return slots.isEmpty();
  }

  Optional<Slot> find(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (Slot slot : slots) {
      if (Arrays.equals(slot.rawName, wanted)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  /** A neighbour that some file system would take for the same name. */
  Optional<Slot> twinOf(String name) {
    String folded = fold(name);
    return slots.stream()
        .filter(slot -> fold(slot.name()).equals(folded) && !slot.name().equals(name))
        .findFirst();
  }

  /** The form in which names that meet on some file system are equal. */
  static String fold(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name.toLowerCase(Locale.ROOT);
    }
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** This tree without the entry of that name. */
  RawTree without(String name) throws CorruptObjectException {
    Optional<Slot> slot = find(name);
    return slot.isEmpty() ? this : parse(splice(slot.get().start, slot.get().end, new byte[0]));
  }

  /** This tree with the entry of that name a directory with this id, in the place Git wants it. */
  RawTree withDirectory(String name, ObjectId id) throws CorruptObjectException {
    byte[] head = (FileMode.TREE + " " + name + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] entry = Arrays.copyOf(head, head.length + Constants.OBJECT_ID_LENGTH);
    id.copyRawTo(entry, head.length);
    Optional<Slot> old = find(name);
    if (old.isPresent()) {
      return parse(splice(old.get().start, old.get().end, entry));
    }
    byte[] key = (name + "/").getBytes(StandardCharsets.UTF_8);
    int place =
        slots.stream()
            .filter(slot -> Arrays.compareUnsigned(sortKey(slot), key) > 0)
            .mapToInt(Slot::start)
            .findFirst()
            .orElse(bytes.length);
    return parse(splice(place, place, entry));
  }

  /** Git sorts a directory as if its name ended in a slash. */
  private static byte[] sortKey(Slot slot) {
    if (slot.kind() != EntryKind.DIRECTORY) {
      return slot.rawName;
    }
    byte[] key = Arrays.copyOf(slot.rawName, slot.rawName.length + 1);
    key[slot.rawName.length] = '/';
    return key;
  }

  private byte[] splice(int from, int to, byte[] put) {
    byte[] result = new byte[bytes.length - (to - from) + put.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(put, 0, result, from, put.length);
    System.arraycopy(bytes, to, result, from + put.length, bytes.length - to);
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawTree(byte[] otherBytes, var ignored)
        && Arrays.equals(bytes, otherBytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
