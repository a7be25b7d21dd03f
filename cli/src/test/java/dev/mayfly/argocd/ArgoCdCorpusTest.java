package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.Execution;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.argocd.gotemplate.TemplateRun;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArgoCdCorpusTest {
  @Test
  void applicationSets() {
    ArgoCdAnswers answers = new ArgoCdAnswers("sets");
    JsonNode corpus = answers.read();
    GeneratorInputs inputs =
        new GeneratorInputs(
            Optional.of(pulls(corpus.get("pullRequests"))),
            Optional.of(files(corpus.get("repository"))));
    for (JsonNode one : corpus.get("cases")) {
      String id = one.get("id").asString() + " " + one.get("area").asString();
      Simulation simulation =
          ApplicationSetSimulation.run(ArgoCdAnswers.node(one.get("applicationSet")), inputs);
      List<String> ours = new ArrayList<>();
      simulation.applications().forEach(a -> ours.add(PlainJson.of(a.manifest())));
      List<String> theirs = new ArrayList<>();
      if (one.has("applications")) {
        one.get("applications").forEach(a -> theirs.add(PlainJson.of(ArgoCdAnswers.node(a))));
      }
      ours.sort(null);
      theirs.sort(null);
      boolean stalls = one.get("stalls").asBoolean();
      String said =
          simulation.problems().stream().map(p -> p.id() + ": " + p.message()).toList().toString();
      if (simulation.isUnverifiable()) {
        answers.refused(id + " " + said);
      } else if (stalls ? simulation.isStalled() : !simulation.isStalled() && ours.equals(theirs)) {
        answers.agreed();
      } else {
        answers.different(
            id
                + "\n  set    "
                + one.get("applicationSet").get("spec")
                + "\n  theirs "
                + (stalls ? one.get("error") : theirs)
                + "\n  ours   "
                + ours
                + " "
                + said);
      }
    }
    answers.print();
    assertThat(answers.differences()).isEmpty();
    assertThat(answers.refusals()).isZero();
  }

  @Test
  void mergedParameters() {
    ArgoCdAnswers answers = new ArgoCdAnswers("merge");
    for (JsonNode one : answers.read().get("cases")) {
      Simulation simulation =
          ApplicationSetSimulation.run(
              ArgoCdAnswers.node(one.get("applicationSet")),
              ApplicationSetSimulationTest.inputs(List.of()));
      List<String> ours = new ArrayList<>();
      simulation
          .applications()
          .forEach(a -> ours.add(a.manifest().textAt("metadata", "annotations", "v")));
      List<String> theirs = new ArrayList<>();
      one.path("values").forEach(v -> theirs.add(v.asString()));
      ours.sort(null);
      theirs.sort(null);
      boolean stalls = one.get("stalls").asBoolean();
      if (simulation.isUnverifiable()) {
        answers.refused(one.get("id").asString());
      } else if (stalls ? simulation.isStalled() : ours.equals(theirs)) {
        answers.agreed();
      } else {
        answers.different(
            one.get("id")
                + " "
                + one.get("applicationSet").get("spec").get("generators")
                + "\n  theirs "
                + theirs
                + "\n  ours   "
                + ours
                + simulation.problems());
      }
    }
    answers.print();
    assertThat(answers.differences()).isEmpty();
    assertThat(answers.refusals()).isZero();
  }

  @Test
  void expressions() {
    ArgoCdAnswers answers = new ArgoCdAnswers("expressions");
    JsonNode corpus = answers.read();
    GoValue.Entries parameters =
        (GoValue.Entries) GoYaml.value(ArgoCdAnswers.node(corpus.get("parameters")));
    SortedMap<String, GoValue> all = new TreeMap<>(parameters.values());
    SortedMap<String, GoValue> path = new TreeMap<>();
    path.put("path", GoValue.of("."));
    path.put("basename", GoValue.of("."));
    path.put("basenameNormalized", GoValue.of(""));
    path.put("filename", GoValue.of("p.json"));
    path.put("filenameNormalized", GoValue.of("p.json"));
    path.put("segments", GoValue.texts(List.of(".")));
    all.put("path", GoValue.map(path));
    int decided = 0;
    int refused = 0;
    for (JsonNode one : corpus.get("cases")) {
      MissingKey missing =
          MissingKey.ofOptions(
                  one.get("o").asString().isEmpty() ? List.of() : List.of(one.get("o").asString()))
              .orElseThrow();
      String template = one.get("t").asString();
      Execution outcome = TemplateRun.of(template, new GoValue.Entries(all, false), missing);
      String theirs = one.has("out") ? one.get("out").asString() : null;
      decided += theirs == null ? 0 : 1;
      boolean known =
          !(outcome instanceof TemplateFault fault
              && fault.kind() == TemplateFault.Kind.UNVERIFIABLE);
      refused += theirs == null || known ? 0 : 1;
      switch (outcome) {
        case Execution.Rendered(String text) when text.equals(theirs) -> answers.agreed();
        case TemplateFault fault when fault.kind() == TemplateFault.Kind.UNVERIFIABLE ->
            answers.refused(template + " " + fault.message() + (theirs == null ? " (fails)" : ""));
        case TemplateFault ignored when theirs == null -> answers.agreed();
        default ->
            answers.different(
                template
                    + "\n  theirs "
                    + (theirs == null ? one.get("fails") : theirs)
                    + "\n  ours   "
                    + outcome);
      }
    }
    answers.print();
    System.out.printf("expressions: %d refused of %d that Argo CD decides%n", refused, decided);
    assertThat(answers.differences()).isEmpty();
    // Two of them make bytes that are no text, which a checksum after them would tell apart.
    assertThat(refused).isLessThanOrEqualTo(18);
  }

  @Test
  void projects() {
    ArgoCdAnswers answers = new ArgoCdAnswers("projects");
    for (JsonNode one : answers.read().get("cases")) {
      ProjectPermission project = new ProjectPermission(ArgoCdAnswers.node(one.get("project")));
      for (JsonNode question : one.get("questions")) {
        Map<String, String> q = new HashMap<>();
        question.properties().forEach(e -> q.put(e.getKey(), e.getValue().asString()));
        Destination destination =
            q.get("server").isEmpty()
                ? Destination.of("", q.get("clusterName"), q.get("namespace"))
                : Destination.of(q.get("server"), "", q.get("namespace"));
        compare(answers, q, "source", project.source(q.get("repoURL")), one);
        compare(answers, q, "destination", project.destination(destination), one);
        compare(
            answers,
            q,
            "namespaceKind",
            project.clusterKind("", "Namespace", Optional.of(q.get("namespace"))),
            one);
      }
    }
    answers.print();
    assertThat(answers.differences()).isEmpty();
    assertThat(answers.refusals()).isLessThanOrEqualTo(46);
  }

  private static void compare(
      ArgoCdAnswers answers,
      Map<String, String> question,
      String what,
      ProjectVerdict verdict,
      JsonNode one) {
    String ours =
        switch (verdict) {
          case ProjectVerdict.Denied no -> "false";
          case ProjectVerdict.Permitted yes -> "true";
          case ProjectVerdict.Unverifiable open -> "depends";
        };
    String theirs = question.get(what);
    if (ours.equals(theirs)) {
      answers.agreed();
    } else if (ours.equals("depends")) {
      answers.refused(what + " " + question);
    } else {
      answers.different(
          what + " " + question + " ours " + ours + " " + one.get("project").get("spec"));
    }
  }

  private static List<GeneratorPullRequest> pulls(JsonNode list) {
    List<GeneratorPullRequest> pulls = new ArrayList<>();
    for (JsonNode pull : list) {
      List<String> labels = new ArrayList<>();
      pull.get("labels").forEach(label -> labels.add(label.asString()));
      PullRequest.Details details =
          new PullRequest.Details(
              PullRequest.State.OPEN,
              false,
              pull.get("title").asString(),
              pull.get("author").asString(),
              pull.get("branch").asString(),
              pull.get("targetBranch").asString(),
              Optional.empty(),
              Set.copyOf(new LinkedHashSet<>(labels)));
      pulls.add(
          new GeneratorPullRequest(
              new PullRequest(
                  new RepositoryName(pull.get("repository").asString()),
                  new PullRequestNumber(pull.get("number").asInt()),
                  new CommitSha(pull.get("headSha").asString()),
                  details),
              labels));
    }
    return pulls;
  }

  private static Map<String, Optional<byte[]>> files(JsonNode repository) {
    Map<String, Optional<byte[]>> files = new TreeMap<>();
    repository
        .properties()
        .forEach(e ->
            files.put(
                e.getKey(),
                Optional.of(
                    e.getValue().has("b64")
                        ? Base64.getDecoder().decode(e.getValue().get("b64").asString())
                        : e.getValue().asString().getBytes(StandardCharsets.UTF_8))));
    return files;
  }
}
