package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Generates the Applications of an ApplicationSet as its controller does (Argo CD, {@code
 * applicationset/controllers}), from given pull requests and files. Any document is taken; what is
 * wrong with it is part of the answer.
 */
public final class ApplicationSetSimulation {
  private final Node set;
  private final GeneratorInputs inputs;
  private final ReleaseLine argoCd;
  private final List<GeneratedApplication> applications = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private ApplicationSetSimulation(Node set, GeneratorInputs inputs, ReleaseLine argoCd) {
    this.set = set;
    this.inputs = inputs;
    this.argoCd = argoCd;
  }

  /** As Argo CD 3.5 does it. */
  public static Simulation run(Node set, GeneratorInputs inputs) {
    return run(set, inputs, new ReleaseLine(3, 5));
  }

  /** As one version does it; what is older than 3.3 as that, what is newer than 3.6 as that. */
  public static Simulation run(Node written, GeneratorInputs inputs, ReleaseLine argoCd) {
    ReadResult read =
        GoDocument.keyed(new ReadResult(new Source("", ""), List.of(written), List.of()));
    Node keyed = read.documents().getFirst();
    Node set =
        NewFields.without(SetTypes.pruned(GoDocument.asJson(keyed), "ApplicationSet"), argoCd);
    ApplicationSetSimulation simulation = new ApplicationSetSimulation(set, inputs, argoCd);
    read.problems()
        .forEach(p ->
            simulation.problems.add(GeneratorStop.unread(p.location(), "the set", p).problem()));
    simulation.problems.addAll(SetTypes.refusals(keyed));
    try {
      RollingSteps.check(set, argoCd);
      if (simulation.problems.stream().noneMatch(p -> p.id().equals("stalled"))) {
        simulation.generate(TextRendering.of(set));
      }
    } catch (GeneratorStop stop) {
      simulation.problems.add(stop.problem());
    }
    ApplicationValidation.check(
        simulation.applications, inputs.clusters(), argoCd.isAtLeast(3, 6), simulation.problems);
    boolean deletes = ApplicationsSync.of(set).deletes();
    String name = set.textAt("metadata", "name");
    return new Simulation(
        name == null ? "" : name, argoCd, simulation.applications, simulation.problems, deletes);
  }

  private void generate(TextRendering rendering) throws GeneratorStop {
    Node written = set.at("spec", "generators");
    if (written == null) {
      throw GeneratorStop.stall(
          set.location(), "the set has no `spec.generators`, so the API server refuses it");
    }
    @Nullable Node template = set.at("spec", "template");
    GeneratorWork work = new GeneratorWork();
    Generators generators =
        new Generators(new GeneratorContext(set, rendering, inputs, work, argoCd));
    for (Node entry : Shapes.list("generators", written)) {
      try {
        List<Generators.Expansion> expansions =
            generators.expand(entry, template == null ? Generators.NOTHING : template);
        if (expansions.isEmpty()) {
          problems.add(unrecognized(entry));
        }
        for (Generators.Expansion expansion : expansions) {
          long size = GeneratorWork.size(expansion.template());
          work.takes(size * expansion.parameterSets().size(), entry);
          for (GoValue.Entries parameters : expansion.parameterSets()) {
            application(expansion.template(), parameters, rendering);
          }
        }
      } catch (GeneratorStop stop) {
        problems.add(stop.problem());
      }
    }
  }

  private static Problem unrecognized(Node entry) {
    return Problem.warning(
        "unrecognized-generator",
        entry.location(),
        "no generator is recognized here, so it yields nothing, and without an error",
        "every Application it made before would be deleted");
  }

  private void application(Node template, GoValue.Entries parameters, TextRendering rendering) {
    try {
      Node application = fromTemplate(template);
      // Without any parameter the template is taken as it is, finalizer and all.
      if (!parameters.values().isEmpty()) {
        application = withFinalizer(rendering.render(application, parameters));
      }
      if (set.at("spec", "templatePatch") instanceof ScalarNode patch && !patch.isNull()) {
        String text = rendering.render(patch.text(), parameters.own(), patch.location());
        Node patched = TemplatePatch.apply(application, text, patch.location());
        application = NewFields.without(patched, argoCd);
      }
      applications.add(new GeneratedApplication(inNamespaceOfSet(application), parameters));
    } catch (GeneratorStop stop) {
      problems.add(stop.problem());
    }
  }

  /** A namespace is rendered too, and may fail, but every Application gets that of the set. */
  private static Node fromTemplate(Node template) {
    MapNode metadata = new MapNode(List.of(), template.location());
    for (String field : List.of("name", "namespace", "labels", "annotations", "finalizers")) {
      Node value = template.at("metadata", field);
      metadata = value == null ? metadata : metadata.with(field, value);
    }
    Node spec = template.at("spec");
    MapNode empty = new MapNode(List.of(), template.location());
    return empty
        .with("apiVersion", ScalarNode.of(SetTypes.API_VERSION, template.location()))
        .with("kind", ScalarNode.of("Application", template.location()))
        .with("metadata", metadata)
        .with("spec", spec == null ? empty : spec);
  }

  /**
   * Added by the controller itself where none is listed (Argo CD, {@code RenderTemplateParams}).
   */
  private Node withFinalizer(Node application) {
    boolean preserves =
        "true".equals(set.textAt("spec", "syncPolicy", "preserveResourcesOnDeletion"));
    if (preserves || !application.itemsAt("metadata", "finalizers").isEmpty()) {
      return application;
    }
    ListNode finalizers =
        new ListNode(
            List.of(ScalarNode.of(ArgoMetadata.FINALIZER, application.location())),
            application.location());
    return withMetadata(application, it -> it.with("finalizers", finalizers));
  }

  private Node inNamespaceOfSet(Node application) {
    Node namespace = set.at("metadata", "namespace");
    return withMetadata(
        application,
        it -> namespace == null ? it.without("namespace") : it.with("namespace", namespace));
  }

  private static Node withMetadata(Node application, UnaryOperator<MapNode> change) {
    return application instanceof MapNode map && map.get("metadata") instanceof MapNode metadata
        ? map.with("metadata", change.apply(metadata))
        : application;
  }
}
