package dev.mayfly.report;

import dev.mayfly.argocd.LiveChange;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import java.util.List;

/** What becomes of Applications that are there, a line each; what stays is counted. */
final class LiveChangeLines {
  private LiveChangeLines() {}

  static String text(List<LiveChange> changes) {
    StringBuilder text = new StringBuilder();
    long unchanged = 0;
    for (LiveChange change : changes) {
      if (change.kind() == LiveChange.Kind.UNCHANGED) {
        unchanged++;
        continue;
      }
      text.append("  ").append(word(change)).append(' ').append(TerminalText.clean(change.name()));
      if (!change.details().isEmpty()) {
        text.append(": ").append(TerminalText.clean(String.join(", ", change.details())));
      }
      text.append('\n');
    }
    if (unchanged > 0) {
      text.append("  unchanged: ").append(Long.toString(unchanged)).append('\n');
    }
    return text.toString();
  }

  static Tree tree(LiveChange change) {
    return new Tree.Mapping()
        .put("change", word(change))
        .put("name", change.name())
        .put("details", Trees.texts(change.details()));
  }

  private static String word(LiveChange change) {
    return Choice.word(change.kind());
  }
}
