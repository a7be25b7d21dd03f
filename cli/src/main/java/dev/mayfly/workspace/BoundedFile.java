package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file, never more of it than its budget and one byte that shows it is too large. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * The bytes of a file.
   *
   * @param shownAs what messages call it
   * @throws ProblemsException when it cannot be read
   */
  public static byte[] read(Path file, String shownAs, Budget budget, Fault fault) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(budget.bytes() + 1);
    } catch (IOException e) {
      throw fault.error(
          "unreadable", Location.ofFile(shownAs), "the file `" + shownAs + "` cannot be read", "");
    }
  }

  /**
   * The same for a file of a folder that strangers fill, such as a checkout of a pull request: a
   * link there could show any file of this machine in a message.
   *
   * @param path relative, with {@code /} between names
   */
  public static byte[] readBelow(
      Path folder, String path, String shownAs, Budget budget, Fault fault) {
    Path file = folder;
    for (String name : path.split("/", -1)) {
      file = file.resolve(name);
      if (Files.isSymbolicLink(file)) {
        throw fault.error(
            "link",
            Location.ofFile(shownAs),
            "`" + shownAs + "` is or lies behind a symbolic link, which is not followed",
            "put the file itself there");
      }
    }
    return read(file, shownAs, budget, fault);
  }
}
