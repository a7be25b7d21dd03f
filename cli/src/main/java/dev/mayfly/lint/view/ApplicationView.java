package dev.mayfly.lint.view;

import dev.mayfly.argocd.ApplicationSources;
import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncOptions;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Keyed;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An Application as Argo CD will see it: written out, or what an ApplicationSet's template makes.
 *
 * @param resource the Application or ApplicationSet it stands in
 * @param set the set that generates it; null for a plain Application
 * @param own the generator's own template, whose fields win
 * @param base the Application itself, or the set's template
 * @param generators what fills the template in; empty for a plain Application
 */
public record ApplicationView(
    Resource resource,
    @Nullable SetView set,
    @Nullable MapNode own,
    @Nullable MapNode base,
    List<Generator> generators)
    implements Keyed {

  /** What an object declares: one Application, those of a set, or none. */
  public static List<ApplicationView> of(Resource resource) {
    if (resource.is(GroupKind.APPLICATION)) {
      return List.of(new ApplicationView(resource, null, null, resource.root(), List.of()));
    }
    return resource.is(GroupKind.APPLICATION_SET) ? SetView.of(resource).applications() : List.of();
  }

  /** All that a repository declares: the Applications, then those of its sets. */
  public static Stream<ApplicationView> all(Corpus corpus) {
    return Stream.of(GroupKind.APPLICATION, GroupKind.APPLICATION_SET)
        .flatMap(kind -> corpus.of(kind).stream())
        .flatMap(resource -> of(resource).stream());
  }

  /** A field of the Application, such as {@code spec.project}. */
  @Override
  public @Nullable Node at(String... path) {
    Node fromOwn = own == null ? null : own.at(path);
    Node fromBase = base == null ? null : base.at(path);
    return NodeValues.isSet(fromOwn) || fromBase == null ? fromOwn : fromBase;
  }

  /** Where to point when a field is missing. */
  public Node nearest(String... path) {
    if (base == null) {
      return resource.nearest("spec", "template");
    }
    Node key = base.nearestKey(path);
    Node otherwise = isGenerated() ? resource.nearest("spec", "template") : resource.subject();
    return key == null ? otherwise : key;
  }

  public boolean isGenerated() {
    return set != null;
  }

  /** Generated from pull requests or overlays, or named after one. */
  public boolean isPreview() {
    return set == null
        ? PreviewScope.isPreview(resource) || PreviewScope.isPreviewName(namespace())
        : flattened().anyMatch(Generator::isPreview);
  }

  /** Generated from pull requests, by whatever combination of generators. */
  public boolean isOfPullRequests() {
    return flattened().anyMatch(it -> it.is("pullRequest"));
  }

  /** All generators, also those inside others. */
  public Stream<Generator> flattened() {
    return generators.stream().flatMap(Generator::flattened);
  }

  /** The namespace that it goes to, as it is written. */
  public String namespace() {
    return textOrEmpty("spec", "destination", "namespace");
  }

  /** What marks the namespace that is made for it as a part of it. */
  public @Nullable Node trackingId() {
    return at(
        "spec", "syncPolicy", "managedNamespaceMetadata", "annotations", ArgoMetadata.TRACKING_ID);
  }

  /** Its cluster and namespace, as they are written. */
  public String destination() {
    return textOrEmpty("spec", "destination", "server")
        + textOrEmpty("spec", "destination", "name")
        + " "
        + namespace();
  }

  /** Whether the set's patch may change what stands under this key. */
  public boolean isPatched(String key) {
    return set != null && set.patch().contains(key);
  }

  /** What a text uses of the parameters that fill it in; a plain Application has none. */
  public TemplateReads reads(ScalarNode at, String text) {
    return set == null ? TemplateReads.nothing(at) : set.reads(at, text);
  }

  /** A text with parameters filled in; empty where that cannot be told. */
  public Optional<String> filled(String text, Map<String, String> values) {
    return set == null
        ? Optional.of(text).filter(it -> !TemplateText.isTemplated(it))
        : TemplateText.filled(text, values, set.isGoTemplate());
  }

  /** The sources that count. */
  public List<SourceView> sources() {
    boolean several = hasSeveralSources();
    return ApplicationSources.of(at("spec", "source"), at("spec", "sources")).stream()
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .map(it -> new SourceView(it, several ? it : nearest("spec", "source")))
        .toList();
  }

  /** Whether {@code sources} counts, even with one entry only. */
  public boolean hasSeveralSources() {
    return ApplicationSources.isSeveral(at("spec", "sources"));
  }

  public SyncOptions syncOptions() {
    return SyncOptions.of(at("spec", "syncPolicy", "syncOptions"));
  }
}
