package dev.mayfly.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a page.
 *
 * @param language what follows the fence; {@link #BEFORE} for a comment with commands that readers
 *     need not see, run before the block that follows
 * @param notRun why no test runs its commands, as the comment above it says; else empty
 */
record PageBlock(Path page, String language, String text, String notRun) {
  static final String BEFORE = "before";
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?ms)^(?: *<!-- not run by a test: ([^>]+?) -->\\n\\n?)? *```(\\w*)\\n(.*?)^ *```$"
              + "|^<!-- before it:\\n(.*?)^-->$");

  /** A command as documented, with the lines that it should print. */
  record Documented(String command, List<String> output) {}

  static List<PageBlock> of(Path page) {
    return BLOCK
        .matcher(read(page))
        .results()
        .map(block ->
            block.group(4) == null
                ? new PageBlock(
                    page,
                    block.group(2),
                    block.group(3),
                    block.group(1) == null ? "" : block.group(1))
                : new PageBlock(page, BEFORE, block.group(4), ""))
        .toList();
  }

  /** Every page: the README and its neighbours, the documentation, the examples. */
  static List<Path> pages() {
    List<Path> pages = new ArrayList<>();
    for (String home : List.of("docs", "examples", "")) {
      try (Stream<Path> files = Files.walk(Path.of(home), home.isEmpty() ? 1 : 9)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages;
  }

  boolean isOfCommands() {
    return List.of("sh", "console", BEFORE).contains(language);
  }

  /** What a reader would type, each with what is shown for it. */
  List<Documented> commands() {
    List<Documented> commands = new ArrayList<>();
    for (String line : text.replaceAll(" *\\\\\n\\s*", " ").lines().map(String::strip).toList()) {
      boolean typed = language.equals("sh") || line.startsWith("$ ");
      String command = line.replaceFirst("^\\$ ", "").replaceFirst("(^| +)# .*", "");
      if (typed && !command.isEmpty()) {
        commands.add(new Documented(command, new ArrayList<>()));
      } else if (!typed) {
        commands.getLast().output().add(line);
      }
    }
    return commands;
  }

  static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
