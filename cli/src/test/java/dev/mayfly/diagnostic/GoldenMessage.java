package dev.mayfly.diagnostic;

import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message that stands in a golden, in one of the forms in which problems are shown. */
record GoldenMessage(Form form, String file, String id, String text) {
  enum Form {
    TEXT("(?m)^(?:error|warning|note)\\[([^\\] ]+)]: (?:unverifiable:(?:\n {2}| ))?(.*)$"),
    ANNOTATION(
        "(?m)^::(?:error|warning|notice) (?:[^:\n]*,)?title=(?:mayfly )?([a-z0-9-]+)"
            + "::((?:(?!%0A).)*)"),
    /** Of Mayfly's own JSON, and of SARIF. */
    JSON(
        "\"rule(?:Id)?\": \"([a-z0-9-]+)\",[^{}]*\"message\": (?:\\{\\s*\"text\": )?"
            + "\"((?:[^\"\\\\]|\\\\.)*)\""),
    MARKDOWN(
        "(?m)^\\| (?:error|warning|note) \\| ([a-z0-9-]+) \\| [^|\n]* \\|"
            + " ((?:[^|\\\\\n]|\\\\.)*) \\|");

    private final Pattern pattern;

    Form(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /** All that all goldens hold; a problem that is shown in two forms counts twice. */
  static List<GoldenMessage> all() throws IOException {
    List<GoldenMessage> found = new ArrayList<>();
    Path home = Path.of("golden");
    for (String file : GoldenFiles.files(home)) {
      String content = Files.readString(home.resolve(file));
      for (Form form : Form.values()) {
        for (Matcher said = form.pattern.matcher(content); said.find(); ) {
          found.add(new GoldenMessage(form, file, said.group(1), said.group(2)));
        }
      }
    }
    return found;
  }

  /** The message without what was written by others. */
  String prose() {
    return text.replaceAll("`[^`]*`", "`x`");
  }
}
