package dev.mayfly.report;

import dev.mayfly.argocd.GeneratedApplication;
import dev.mayfly.argocd.LiveChange;
import dev.mayfly.argocd.ProjectAdmission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.argocd.RollingSteps;
import dev.mayfly.argocd.Simulation;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Repetition;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one ApplicationSet would do, for people and for programs.
 *
 * @param admissions the project's answers for each Application, in the same order; empty when no
 *     project was given
 * @param deletions which of the Applications that exist would go
 * @param changes what becomes of those that a list of live ones holds, or an earlier set made
 * @param steps in which Applications are rolled out
 * @param onlyChanges leaves out of the lines for people what the set makes
 */
public record SimulationReport(
    Simulation simulation,
    List<ProjectAdmission> admissions,
    Set<String> deletions,
    List<LiveChange> changes,
    Optional<RollingSteps> steps,
    boolean onlyChanges) {
  /** What a program can rely on; a new number comes with a change that breaks it. */
  public static final long VERSION = 1;

  /** True when a reconcile would get stuck, leave something out, or be refused by the project. */
  public boolean isBad() {
    return simulation.isStalled()
        || simulation.leavesOut()
        || simulation.isCut()
        || admissions.stream().anyMatch(ProjectAdmission::isRefused);
  }

  /** Whether something else than the files decides what comes out. */
  public boolean isUndecided() {
    return simulation.isUnverifiable()
        || changes.stream().anyMatch(change -> change.kind() == LiveChange.Kind.UNVERIFIABLE);
  }

  public Tree tree() {
    Tree.Mapping set =
        new Tree.Mapping()
            .put("name", simulation.name())
            .put("stalled", simulation.isStalled())
            .put("unverifiable", simulation.isUnverifiable());
    List<Tree> applications =
        java.util.stream.IntStream.range(0, simulation.applications().size())
            .mapToObj(this::application)
            .toList();
    set.put("applications", applications);
    set.put("deletes", Trees.texts(List.copyOf(deletions)));
    if (!changes.isEmpty()) {
      set.put("changes", changes.stream().map(LiveChangeLines::tree).toList());
    }
    steps.ifPresent(it -> set.put("rollingSync", RollingStepLines.tree(it)));
    set.put(
        "problems",
        Repetition.bounded(simulation.problems()).stream().map(SimulationReport::problem).toList());
    return set;
  }

  private Tree application(int index) {
    GeneratedApplication generated = simulation.applications().get(index);
    Tree.Mapping application = new Tree.Mapping().put("name", generated.name());
    generated.pullRequest().ifPresent(n -> application.put("pullRequest", n));
    if (!admissions.isEmpty()) {
      application.put(
          "project",
          admissions.get(index).answers().stream().map(SimulationReport::answer).toList());
    }
    application.put("manifest", Trees.of(generated.manifest()));
    return application;
  }

  private static Tree answer(ProjectAdmission.Answer answer) {
    return new Tree.Mapping()
        .put("subject", answer.subject())
        .put("verdict", word(answer.verdict()))
        .put("reason", answer.verdict().reason())
        .put("location", place(answer.verdict().location()));
  }

  private static Tree problem(Problem problem) {
    return new Tree.Mapping()
        .put("id", problem.id())
        .put("severity", problem.severity().word())
        .put("message", problem.message())
        .put("location", place(problem.location()));
  }

  private static Optional<String> place(@Nullable Location location) {
    return Optional.ofNullable(location).map(Location::toString);
  }

  private static String word(ProjectVerdict verdict) {
    return switch (verdict) {
      case ProjectVerdict.Permitted ignored -> "permitted";
      case ProjectVerdict.Denied ignored -> "denied";
      case ProjectVerdict.Unverifiable ignored -> "unverifiable";
    };
  }

  /** A few lines for a person; the problems themselves go where all problems go. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int count = simulation.applications().size();
    text.append("ApplicationSet ").append(TerminalText.clean(simulation.name())).append(": ");
    text.append(count).append(count == 1 ? " Application" : " Applications");
    if (simulation.isStalled()) {
      text.append(", but stalled: nothing is created, updated or deleted");
    } else if (simulation.isCut()) {
      text.append(", and more than are followed here");
    } else if (simulation.isUnverifiable()) {
      text.append(", and what cannot be known from files");
    }
    text.append('\n');
    for (int i = 0; i < count && !(onlyChanges && admissions.isEmpty()); i++) {
      GeneratedApplication application = simulation.applications().get(i);
      text.append("  ").append(TerminalText.clean(application.name()));
      application
          .destination()
          .ifPresent(d -> text.append(" -> ").append(TerminalText.clean(d.namespace())));
      text.append('\n');
      for (ProjectAdmission.Answer answer :
          admissions.isEmpty() ? List.<ProjectAdmission.Answer>of() : admissions.get(i).answers()) {
        text.append("    ").append(answer.subject()).append(": ").append(word(answer.verdict()));
        text.append(", ").append(TerminalText.clean(answer.verdict().reason())).append('\n');
      }
    }
    deletions.forEach(
        name -> text.append("  deletes ").append(TerminalText.clean(name)).append('\n'));
    text.append(LiveChangeLines.text(changes));
    return text.append(steps.map(RollingStepLines::text).orElse("")).toString();
  }

  /** Whether a reconcile would delete an Application. */
  public boolean deletes() {
    return !deletions.isEmpty()
        || changes.stream().anyMatch(change -> change.kind() == LiveChange.Kind.DELETED);
  }
}
