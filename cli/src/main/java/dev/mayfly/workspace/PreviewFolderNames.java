package dev.mayfly.workspace;

import dev.mayfly.preview.PullRequestNumber;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The previews of a workspace by the names of their folders alone; nothing in them is read. */
public final class PreviewFolderNames {
  private static final String PREFIX = "pr-";

  private PreviewFolderNames() {}

  /** Names each preview, sorted by app. */
  public static void visit(Path root, BiConsumer<String, PullRequestNumber> visitor) {
    for (Path app : children(root.resolve("previews"))) {
      for (Path preview : children(app)) {
        String name = String.valueOf(preview.getFileName());
        if (name.startsWith(PREFIX)) {
          Optional<PullRequestNumber> number =
              PullRequestNumber.parse(name.substring(PREFIX.length()));
          number.ifPresent(n -> visitor.accept(String.valueOf(app.getFileName()), n));
        }
      }
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(children::add);
    } catch (IOException e) {
      // Who renders into the folder is told; nobody can be counted in it.
      return List.of();
    }
    Collections.sort(children);
    return children;
  }
}
