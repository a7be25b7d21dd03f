package dev.mayfly.report;

import dev.mayfly.adopt.Adopted;
import dev.mayfly.adopt.Remark;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.event.Markdown;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Optional;

/** What became of hand-written sets: for a terminal, for a pull request, for programs. */
public record AdoptionReport(Adopted adopted, Optional<ComparisonReport> comparison) {
  /** What a program can rely on; a new number comes with a change that breaks it. */
  public static final long VERSION = 1;

  /** One line a remark, below a line for its kind. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Remark.Kind kind : Remark.Kind.values()) {
      List<Remark> remarks = adopted.remarks(kind);
      if (!remarks.isEmpty()) {
        text.append(kind.title()).append(":\n");
        for (Remark remark : remarks) {
          String place = remark.place().isEmpty() ? "" : " (" + remark.place() + ")";
          text.append("  ").append(TerminalText.clean(remark.what() + place + ": " + remark.why()));
          text.append('\n');
        }
      }
    }
    comparison.ifPresent(c -> text.append('\n').append(c.text()));
    return text.append(verdict()).append('\n').toString();
  }

  private String verdict() {
    int open = adopted.remarks(Remark.Kind.OPEN).size();
    return open == 0
        ? "mayfly.yaml is complete and loads"
        : "mayfly.yaml loads when "
            + (open == 1 ? "one value is" : open + " values are")
            + " written";
  }

  /** A section a kind, for the description of the pull request that brings the file. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# From a hand-written ApplicationSet to mayfly.yaml\n");
    for (Remark.Kind kind : Remark.Kind.values()) {
      List<Remark> remarks = adopted.remarks(kind);
      if (!remarks.isEmpty()) {
        text.append("\n## ").append(capital(kind.title())).append("\n\n");
        text.append("| what | where | why |\n|---|---|---|\n");
        for (Remark remark : remarks) {
          text.append(Markdown.row(cell(remark.what()), cell(remark.place()), cell(remark.why())));
        }
      }
    }
    comparison.ifPresent(c -> text.append('\n').append(c.markdown()));
    return text.append('\n')
        .append(verdict().replace("mayfly.yaml", "`mayfly.yaml`"))
        .append(".\n")
        .toString();
  }

  public Tree tree() {
    Tree.Mapping tree =
        new Tree.Mapping()
            .put("version", VERSION)
            .put("complete", adopted.isComplete())
            .put("file", adopted.text())
            .put(
                "remarks",
                List.of(Remark.Kind.values()).stream()
                    .flatMap(kind -> adopted.remarks(kind).stream())
                    .map(AdoptionReport::tree)
                    .toList());
    comparison.ifPresent(c -> tree.put("applications", c.tree()));
    return tree;
  }

  private static Tree tree(Remark remark) {
    return new Tree.Mapping()
        .put("kind", remark.kind().word())
        .put("what", remark.what())
        .put("why", remark.why())
        .put("location", Optional.ofNullable(remark.at()).map(Location::toString));
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String cell(String text) {
    return Markdown.cell(TerminalText.clean(text));
  }
}
