package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
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
      throw new ProblemsException(
          fault,
          Problem.error(
              "unreadable", Location.ofFile(shownAs), "the file `" + shownAs + "` cannot be read"));
    }
  }
}
