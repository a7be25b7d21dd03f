package dev.mayfly.lint.view;

import dev.mayfly.argocd.TemplateMerge;
import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An ApplicationSet as its controller understands it. */
public record SetView(Resource resource, List<Generator> generators) {

  public static SetView of(Resource resource) {
    Node generators = resource.at("spec", "generators");
    return new SetView(resource, generators == null ? List.of() : Generator.of(generators));
  }

  /** Every pull-request generator, also those inside a matrix or merge. */
  public List<Generator> pullRequests() {
    return flattened().filter(generator -> generator.is("pullRequest")).toList();
  }

  public Stream<Generator> flattened() {
    return generators.stream().flatMap(Generator::flattened);
  }

  public boolean isPreview() {
    return flattened().anyMatch(Generator::isPreview);
  }

  public boolean isGoTemplate() {
    return NodeValues.isTrue(resource.at("spec", "goTemplate"));
  }

  /** The text of {@code templatePatch}; empty where there is none. */
  public String patch() {
    return resource.textOrEmpty("spec", "templatePatch");
  }

  /**
   * The Applications it declares: a generator's own template wins over the set's where it says
   * something, so each generator with one counts for itself (mergo merge in {@code
   * applicationset/generators/generator_spec_processor.go}).
   */
  public List<ApplicationView> applications() {
    MapNode base = resource.at("spec", "template") instanceof MapNode map ? map : null;
    List<Generator> plain = new ArrayList<>();
    List<ApplicationView> views = new ArrayList<>();
    for (Generator generator : generators) {
      if (generator.body().get("template") instanceof MapNode own && !own.entries().isEmpty()) {
        views.add(new ApplicationView(resource, this, own, base, List.of(generator)));
      } else {
        plain.add(generator);
      }
    }
    if (!plain.isEmpty() || views.isEmpty()) {
      views.addFirst(new ApplicationView(resource, this, null, base, plain));
    }
    return views;
  }

  /** Every text that is filled in for each element: those of all templates. */
  public List<ScalarNode> templateTexts() {
    List<ScalarNode> texts = new ArrayList<>(NodeValues.scalars(resource.at("spec", "template")));
    generators.forEach(it -> texts.addAll(NodeValues.scalars(it.body().get("template"))));
    return texts;
  }

  /** The same, and the patch. */
  public List<ScalarNode> allTexts() {
    List<ScalarNode> texts = new ArrayList<>(templateTexts());
    texts.addAll(NodeValues.scalars(resource.at("spec", "templatePatch")));
    return texts;
  }

  /** What one of its texts uses. */
  public TemplateReads reads(ScalarNode text) {
    return reads(text, text.text());
  }

  /** The same of each of these. */
  public List<TemplateReads> reads(List<ScalarNode> texts) {
    return texts.stream().map(this::reads).toList();
  }

  /** The same of a part of a text. */
  public TemplateReads reads(ScalarNode at, String text) {
    return TemplateReads.of(at, text, isGoTemplate());
  }

  /** Whether a key that does not exist fails the template. */
  public boolean isStrict() {
    return resource.textsAt("spec", "goTemplateOptions").stream()
        .flatMap(option -> MissingKey.ofOption(option.text()).stream())
        .anyMatch(MissingKey.ERROR::equals);
  }

  /** The template for the elements of one generator: the set's, and the generator's own over it. */
  public @Nullable Node template(Generator generator) {
    Node base = resource.at("spec", "template");
    Node own = generator.body().get("template");
    return base == null ? own : TemplateMerge.merged(own, base);
  }

  /** The texts that are filled in for the elements of one generator, the patch with them. */
  public List<ScalarNode> templateTexts(Generator generator) {
    List<ScalarNode> texts = new ArrayList<>(NodeValues.scalars(template(generator)));
    texts.addAll(NodeValues.scalars(resource.at("spec", "templatePatch")));
    return texts;
  }

  /** The texts that name or place what is generated. */
  public List<ScalarNode> identities() {
    List<ScalarNode> texts = new ArrayList<>();
    for (ApplicationView application : applications()) {
      addText(texts, application.at("metadata", "name"));
      addText(texts, application.at("spec", "destination", "namespace"));
      for (SourceView source : application.sources()) {
        addText(texts, source.at("helm", "releaseName"));
        addText(texts, source.at("kustomize", "namePrefix"));
        addText(texts, source.at("kustomize", "nameSuffix"));
        addText(texts, source.at("kustomize", "namespace"));
      }
    }
    return texts.stream().distinct().toList();
  }

  private static void addText(List<ScalarNode> texts, @Nullable Node node) {
    if (node instanceof ScalarNode scalar) {
      texts.add(scalar);
    }
  }
}
