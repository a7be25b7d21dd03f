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

/** The previews of a workspace by the names of their folders alone; nothing in them is read. */
public final class PreviewFolderNames {
  private static final String PREFIX = "pr-";

  private PreviewFolderNames() {}

  /** One of them. */
  public record Folder(String app, PullRequestNumber number) {}

  /** All of them, sorted by path. */
  public static List<Folder> of(Path root) {
    List<Folder> folders = new ArrayList<>();
    for (Path app : children(root.resolve("previews"))) {
      for (Path preview : children(app)) {
        String name = String.valueOf(preview.getFileName());
        if (name.startsWith(PREFIX)) {
          Optional<PullRequestNumber> number =
              PullRequestNumber.parse(name.substring(PREFIX.length()));
          if (number.isPresent()) {
            folders.add(new Folder(String.valueOf(app.getFileName()), number.get()));
          }
        }
      }
    }
    return folders;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path child : found) {
        children.add(child);
      }
    } catch (IOException e) {
      // Who renders into the folder is told; nobody can be counted in it.
      return List.of();
    }
    Collections.sort(children);
    return children;
  }
}
