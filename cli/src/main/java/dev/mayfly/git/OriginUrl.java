package dev.mayfly.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that a clone was made from. It may hold a password and is never to be shown. Reads
 * Git's files itself: loading Git takes as long as judging hundreds of files.
 */
public final class OriginUrl {
  private static final int LARGEST = 1 << 20;
  private static final Pattern SECTION = Pattern.compile("\\s*\\[([^]]*)](.*)");
  private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9-]*)\\s*=(.*)");

  private OriginUrl() {}

  /** Of the work tree with this top; empty where Git knows no {@code origin} or is not there. */
  public static Optional<String> of(Path top) {
    try {
      return in(text(directory(top).resolve("config")));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A further work tree and a submodule have a file that says where (gitrepository-layout(5)). */
  private static Path directory(Path top) throws IOException {
    Path git = top.resolve(".git");
    if (!Files.isRegularFile(git)) {
      return git;
    }
    Path own = top.resolve(text(git).replaceFirst("^gitdir: ", "").strip());
    Path common = own.resolve("commondir");
    return Files.isRegularFile(common) ? own.resolve(text(common).strip()) : own;
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }

  /**
   * The first address, from which Git fetches (git-config(1)); one with an escape counts as none.
   */
  static Optional<String> in(String config) {
    boolean origin = false;
    for (String line : config.split("\\R")) {
      Matcher section = SECTION.matcher(line);
      String entry = line;
      if (section.matches()) {
        String[] words = section.group(1).strip().split("\\s+", 2);
        origin =
            words[0].toLowerCase(Locale.ROOT).equals("remote")
                && words.length == 2
                && words[1].equals("\"origin\"");
        entry = section.group(2);
      }
      Matcher found = ENTRY.matcher(entry);
      if (origin && found.matches() && found.group(1).equalsIgnoreCase("url")) {
        String value = found.group(2).replaceFirst("\\s[#;].*", "").strip();
        return Optional.of(value).filter(it -> !it.isEmpty() && !it.matches(".*[\"\\\\].*"));
      }
    }
    return Optional.empty();
  }
}
