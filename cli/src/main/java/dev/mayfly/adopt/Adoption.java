package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the mappings read, and what they write. */
final class Adoption {
  private static final int LONGEST_SHOWN = 100;

  final List<HandWritten> sets;
  final List<Node> projects;
  final Answers answers;
  final List<AppDraft> apps = new ArrayList<>();
  final Set<Remark> remarks = new LinkedHashSet<>();
  final Draft.Fields spec = new Draft.Fields();
  final Draft.Fields metadata = new Draft.Fields();

  Adoption(List<HandWritten> sets, List<Node> projects, Answers answers) {
    this.sets = sets;
    this.projects = projects;
    this.answers = answers;
    for (HandWritten set : sets) {
      set.applications().forEach(application -> apps.add(new AppDraft(set, application, this)));
    }
  }

  HandWritten first() {
    return sets.getFirst();
  }

  /** The AppProject that the Applications name, where it was among the files. */
  Optional<Node> project() {
    String name = apps.getFirst().text("spec", "project");
    return projects.stream()
        .filter(project -> name.equals(project.textAt("metadata", "name")))
        .findFirst();
  }

  /** Something is not carried over. */
  void lost(@Nullable Location at, String what, String why) {
    say(Remark.Kind.LOST, at, what, why);
  }

  /** Something is carried over with a change. */
  void changed(@Nullable Location at, String what, String why) {
    say(Remark.Kind.CHANGED, at, what, why);
  }

  /** Something that was let through is not any more. */
  void stricter(@Nullable Location at, String what, String why) {
    say(Remark.Kind.STRICTER, at, what, why);
  }

  void say(Remark.Kind kind, @Nullable Location at, String what, String why) {
    remarks.add(new Remark(kind, at, shown(what), why));
  }

  /** A text of the set, fit for a message. */
  static String shown(String text) {
    return UntrustedText.clean(Marks.shown(text), LONGEST_SHOWN);
  }
}
