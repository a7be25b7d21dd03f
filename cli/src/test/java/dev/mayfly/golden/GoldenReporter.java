package dev.mayfly.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.approvaltests.core.ApprovalFailureReporter;

/** Says in one line which byte differs, and in an update run takes the new bytes over. */
public final class GoldenReporter implements ApprovalFailureReporter {
  /** Set by {@code ./verify --update-goldens}. The run fails all the same: green means reviewed. */
  public static boolean updating() {
    return Boolean.getBoolean("mayfly.goldens.update");
  }

  @Override
  public boolean report(String received, String approved) {
    Path here = Path.of("").toAbsolutePath();
    Path actual = here.relativize(Path.of(received).toAbsolutePath());
    Path expected = here.relativize(Path.of(approved).toAbsolutePath());
    try {
      String difference = difference(actual, expected);
      if (updating()) {
        Files.copy(actual, expected, StandardCopyOption.REPLACE_EXISTING);
        throw new AssertionError("golden updated, read it: " + difference);
      }
      throw new AssertionError(difference + "; `./verify --update-goldens` takes the change over");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String difference(Path actual, Path expected) throws IOException {
    if (!Files.exists(expected)) {
      return expected + " does not exist";
    }
    long at = Files.mismatch(actual, expected);
    byte[] bytes = Files.readAllBytes(actual);
    int line = 1;
    for (int i = 0; i < Math.min(at, bytes.length); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return "diff -u %s %s: first difference at byte %d, line %d"
        .formatted(expected, actual, at, line);
  }
}
