package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.InputFile;
import dev.mayfly.report.TerminalText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Points whoever makes previews already, by an ApplicationSet of their own, to {@code adopt}. */
final class AdoptOffer {
  private AdoptOffer() {}

  static void make(Path folder, Console console) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileFinder.find(folder, List.of(Path.of(""))).files().stream()
        .filter(AdoptOffer::makesPreviews)
        .map(InputFile::path)
        .findFirst()
        .map(TerminalText::clean)
        .ifPresent(file ->
            console
                .err()
                .println(
                    "note: `%1$s` makes an Application for each pull request; `mayfly adopt %1$s` writes the mayfly.yaml nearest to it"
                        .formatted(file)));
    console.err().flush();
  }

  private static boolean makesPreviews(InputFile file) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    return text.contains("ApplicationSet") && text.matches("(?s).*\\bpullRequest\"?:.*");
  }
}
