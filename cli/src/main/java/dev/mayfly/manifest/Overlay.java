package dev.mayfly.manifest;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.PreviewShares;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The preview of an app as templates see it: rendered once, with holes for the facts, and then
 * bound to any number of pull requests.
 */
public final class Overlay {
  /** On every object, so that the waves of the next sync wait for all of them once more. */
  private static final Value ATTEMPT =
      Value.EMPTY.with("mayfly.dev/attempt", Text.of(new Fact.Attempt()));

  private final Blueprint blueprint;
  private final List<Manifest> objects;
  private final Templates templates;
  private final List<ManifestForm> forms;
  private final PreviewRecord record;

  private Overlay(Blueprint blueprint, List<Manifest> objects, Templates templates) {
    this.blueprint = blueprint;
    this.objects = objects;
    this.templates = templates;
    this.forms =
        Stream.concat(objects.stream(), Stream.of(kustomization(Value.ABSENT)))
            .map(ManifestForm::of)
            .toList();
    this.record = new PreviewRecord(blueprint, objects, templates);
  }

  /** Renders every template of an app's preview; nothing of a pull request is needed for that. */
  public static Overlay of(Blueprint blueprint, Templates templates) {
    List<Manifest> objects =
        OverlayKinds.of(blueprint).stream()
            .flatMap(kind -> kind.manifests(blueprint, templates).stream())
            .sorted((one, other) -> one.path().compareTo(other.path()))
            .toList();
    requireUnique(objects);
    ExtraKind.requireDistinct(objects);
    return new Overlay(blueprint, objects, templates);
  }

  public Blueprint blueprint() {
    return blueprint;
  }

  /** The Kubernetes objects, sorted by path. */
  List<Manifest> objects() {
    return objects;
  }

  /** The kinds of the objects by the namespace they are in; those of the whole cluster by none. */
  public Map<Text, SortedSet<GroupKind>> kinds() {
    Map<Text, SortedSet<GroupKind>> kinds = new LinkedHashMap<>();
    for (Manifest object : objects) {
      Text namespace =
          ExtraRules.text(object.document(), "metadata", "namespace").orElse(Text.of(""));
      kinds.computeIfAbsent(namespace, it -> new TreeSet<>()).add(object.type());
    }
    return kinds;
  }

  /**
   * A short mark of what the platform and its templates make of this app, whatever the pull
   * request. A record with another mark is stale; one with this mark and other bytes was changed by
   * hand.
   */
  public String rendering() {
    return record.rendering();
  }

  /** What one preview runs. */
  public PreviewShares shares() {
    return ExtraShares.of(blueprint.platform(), templates, blueprint.app());
  }

  /** The folder of one preview, relative to the GitOps repository. */
  public String folder(PreviewFacts facts) {
    return PreviewFolders.overlay(blueprint.app().name(), facts.pullRequest().number());
  }

  /** The files of one preview by name. */
  public SortedMap<String, String> files(PreviewFacts facts) {
    ConcreteBinding binding = new ConcreteBinding(facts);
    SortedMap<String, String> files = new TreeMap<>();
    for (ManifestForm form : forms) {
      files.put(form.path(), form.text(binding));
    }
    files.put(PreviewFolders.RECORD, record.text(facts, binding));
    if (facts.isRetried()) {
      ManifestForm retried = ManifestForm.of(kustomization(ATTEMPT));
      files.put(retried.path(), retried.text(binding));
    }
    return files;
  }

  /** Of two files at one path the first would be lost without a word. */
  private static void requireUnique(List<Manifest> objects) {
    for (int i = 1; i < objects.size(); i++) {
      if (objects.get(i).path().equals(objects.get(i - 1).path())) {
        throw new IllegalStateException("two objects for " + objects.get(i).path());
      }
    }
  }

  private Manifest kustomization(Value annotations) {
    List<String> paths = objects.stream().map(Manifest::path).toList();
    return templates.manifest(
        "kustomization.yaml",
        TemplateName.OVERLAY_KUSTOMIZATION,
        new Scope().put("resources", Value.ofAll(paths)).put("annotations", annotations));
  }
}
