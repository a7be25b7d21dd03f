package dev.mayfly.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;
import org.jspecify.annotations.Nullable;

/**
 * What changes in one file, in the form that {@code git apply} takes (git-diff, "Generating patch
 * text with -p").
 */
public final class FilePatch {
  private static final String NONE = "/dev/null";

  private FilePatch() {}

  /**
   * The patch of a file.
   *
   * @param before its text; null where there is no such file yet
   * @param after its text then; null where it goes
   */
  public static String of(String path, @Nullable String before, @Nullable String after) {
    String old = QuotedString.GIT_PATH.quote("a/" + path);
    String fresh = QuotedString.GIT_PATH.quote("b/" + path);
    StringBuilder patch = new StringBuilder("diff --git " + old + " " + fresh + "\n");
    if (before == null) {
      patch.append("new file mode 100644\n");
    } else if (after == null) {
      patch.append("deleted file mode 100644\n");
    }
    String hunks = hunks(raw(before), raw(after));
    if (!hunks.isEmpty()) {
      patch.append("--- ").append(before == null ? NONE : old).append('\n');
      patch.append("+++ ").append(after == null ? NONE : fresh).append('\n');
    }
    return patch.append(hunks).toString();
  }

  private static RawText raw(@Nullable String text) {
    return new RawText(text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hunks(RawText before, RawText after) {
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(bytes)) {
      formatter.format(edits, before, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
