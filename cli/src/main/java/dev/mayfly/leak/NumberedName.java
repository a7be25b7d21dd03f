package dev.mayfly.leak;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.template.Text;
import dev.mayfly.template.Text.Hole;
import dev.mayfly.template.Text.Literal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name with a hole for the number, read backwards: which pull request a name is of. */
final class NumberedName {
  private final Pattern exact;
  private final Pattern beginning;
  private final boolean numbered;

  NumberedName(Text name) {
    StringBuilder pattern = new StringBuilder();
    boolean again = false;
    for (Text.Part part : name.parts()) {
      switch (part) {
        case Literal(String text) -> pattern.append(Pattern.quote(text));
        case Hole ignored -> {
          pattern.append(again ? "\\k<number>" : "(?<number>[1-9][0-9]{0,9})");
          again = true;
        }
      }
    }
    numbered = again;
    exact = Pattern.compile(pattern.toString());
    beginning = Pattern.compile(pattern + "(?:-.*)?");
  }

  /** The number of the pull request whose name this is. */
  Optional<PullRequestNumber> number(String name) {
    return number(exact, name);
  }

  /** The same for a name that goes on behind a hyphen, as those of what an operator makes do. */
  Optional<PullRequestNumber> numberOfChild(String name) {
    return number(beginning, name);
  }

  private Optional<PullRequestNumber> number(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(name);
    return numbered && matcher.matches()
        ? PullRequestNumber.parse(matcher.group("number"))
        : Optional.empty();
  }
}
