package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the {@code mayfly.yaml} that is nearest to hand-written sets. */
public final class Adopter {
  private static final List<String> OF_SPEC =
      List.of(
          "open",
          "argocd",
          "gitops",
          "forge",
          "admission",
          "namespace",
          "exposure",
          "naming",
          "apps");
  private static final List<String> OF_APP =
      List.of(
          "name",
          "environment",
          "repository",
          "repositoryUrl",
          "projectId",
          "bundle",
          "images",
          "thirdParty",
          "values",
          "routes",
          "resources");

  private final Adoption adoption;
  private List<Problem> refusals = List.of();

  private Adopter(Adoption adoption) {
    this.adoption = adoption;
  }

  /** How many pull request generators a set has. */
  public static int pullRequestGenerators(Node set) {
    return SetProbe.generators(set).size();
  }

  /**
   * Adopts sets together, each Application that they make of a pull request as an app.
   *
   * @param files what git generators read; empty where no repository was given
   * @throws ProblemsException (configuration) where a set makes nothing of a pull request, or holds
   *     more than one pull request generator
   */
  public static Adopted adopt(
      List<Node> sets,
      List<Node> projects,
      Answers answers,
      Optional<Map<String, Optional<byte[]>>> files) {
    List<HandWritten> read = new ArrayList<>();
    for (Node set : sets) {
      List<MapNode> generators = SetProbe.generators(set);
      if (generators.size() != 1) {
        throw Fault.CONFIGURATION.error(
            "not-adoptable",
            set.location(),
            "the set `%s` has %s pull request generators where one can be followed"
                .formatted(
                    Adoption.shown(HandWritten.text(set, "metadata", "name")), generators.size()),
            "split it into a set for each");
      }
      read.add(SetProbe.run(set, generators.getFirst(), files));
    }
    return new Adopter(new Adoption(read, projects, answers)).adopted();
  }

  private Adopted adopted() {
    Mappings.ALL.forEach(mapping -> mapping.map(adoption));
    Optional<LoadedPlatform> tried = tried();
    if (tried.isEmpty() && adoption.spec.entries().remove("naming") != null) {
      adoption.changed(
          null,
          "names",
          "names of the set's form could meet or grow too long, so the defaults are taken");
      tried = tried();
    }
    // What is written loads, or says why it does not; this key goes when that is mended.
    for (Problem refusal : refusals) {
      String what = refusal.message() + (refusal.hint().isEmpty() ? "" : "; " + refusal.hint());
      adoption.spec.list("open").add(new Draft.Fields().open("decide", what, ""));
    }
    Draft.Fields document = document();
    new DraftRemarks(adoption).read(document);
    return new Adopted(
        AnnotatedYaml.write(document),
        List.copyOf(adoption.remarks),
        tried,
        adoption.sets,
        adoption.apps);
  }

  /** What the file comes to with something in place of what is open; empty where it is refused. */
  private Optional<LoadedPlatform> tried() {
    byte[] text = AnnotatedYaml.tried(document()).getBytes(StandardCharsets.UTF_8);
    try {
      LoadedPlatform loaded = PlatformLoader.load("mayfly.yaml", text);
      refusals = List.of();
      return Optional.of(loaded);
    } catch (ProblemsException refused) {
      refusals = refused.problems();
      return Optional.empty();
    }
  }

  private Draft.Fields document() {
    Draft.Fields document = new Draft.Fields();
    Origin form = new Origin.Form();
    document.put("apiVersion", "mayfly.dev/v1alpha1", form).put("kind", "PreviewPlatform", form);
    document.entries().put("metadata", adoption.metadata);
    Draft.Items apps = new Draft.Items();
    adoption.apps.forEach(app -> apps.add(ordered(app.fields, OF_APP)));
    adoption.spec.entries().put("apps", apps);
    document.entries().put("spec", ordered(adoption.spec, OF_SPEC));
    return document;
  }

  private static Draft.Fields ordered(Draft.Fields fields, List<String> keys) {
    Draft.Fields ordered = new Draft.Fields();
    for (String key : keys) {
      Draft draft = fields.entries().get(key);
      if (draft != null) {
        ordered.entries().put(key, draft);
      }
    }
    return ordered;
  }
}
