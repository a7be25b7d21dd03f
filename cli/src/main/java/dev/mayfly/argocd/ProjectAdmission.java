package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the AppProject of an Application lets it pass, question by question. */
public record ProjectAdmission(List<Answer> answers) {
  /**
   * @param subject what was asked about: {@code project}, {@code source}, {@code destination} ...
   */
  public record Answer(String subject, ProjectVerdict verdict) {}

  public ProjectAdmission {
    answers = List.copyOf(answers);
  }

  /** Asks the project of that name among those that are known. */
  public static ProjectAdmission of(GeneratedApplication application, List<Node> projects) {
    String name = application.project().isEmpty() ? "default" : application.project();
    Optional<ProjectPermission> found =
        projects.stream()
            .map(ProjectPermission::new)
            .filter(p -> p.name().equals(name))
            .findFirst();
    List<Answer> answers = new ArrayList<>();
    if (found.isEmpty()) {
      Node written = application.manifest().at("spec", "project");
      answers.add(
          new Answer(
              "project",
              new ProjectVerdict.Denied(
                  "there is no project " + MessageText.quoted(name) + " among those given",
                  written == null ? null : written.location())));
      return new ProjectAdmission(answers);
    }
    ask(application, found.get(), answers);
    return new ProjectAdmission(answers);
  }

  private static void ask(
      GeneratedApplication application, ProjectPermission project, List<Answer> answers) {
    for (Node source : application.sources()) {
      answers.add(new Answer("source", project.source(source.textOrEmpty("repoURL"))));
    }
    if (application.sources().isEmpty()) {
      answers.add(
          new Answer(
              "source",
              new ProjectVerdict.Denied("it has no source", application.manifest().location())));
    }
    Optional<Destination> destination = application.destination();
    answers.add(
        new Answer(
            "destination",
            destination
                .map(project::destination)
                .orElseGet(() -> new ProjectVerdict.Denied("its destination is not valid", null))));
    if (application.syncOptions().isOn(SyncOption.CREATE_NAMESPACE) && destination.isPresent()) {
      answers.add(
          new Answer(
              "kind Namespace",
              project.clusterKind("", "Namespace", Optional.of(destination.get().namespace()))));
    }
  }

  public boolean isRefused() {
    return answers.stream().anyMatch(answer -> answer.verdict().isDenied());
  }
}
