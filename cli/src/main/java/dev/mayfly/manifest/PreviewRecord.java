package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.Image;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * {@code preview.yaml}: every input that an overlay was rendered from, so that anyone can render it
 * again and compare.
 */
final class PreviewRecord {
  private final Blueprint blueprint;
  private final Templates templates;

  private static final List<String> SAID = List.of("title", "author", "branch");
  private static final String OPENED_AT = "openedAt";
  private static final String ATTEMPT = "attempt";

  /** Rendered once for each set of notes that are known. */
  private final Map<Set<String>, ManifestForm> rendered = new HashMap<>();

  private final String rendering;

  PreviewRecord(Blueprint blueprint, List<Manifest> objects, Templates templates) {
    this.blueprint = blueprint;
    this.rendering = checksum(objects);
    this.templates = templates;
    render(Set.of("title", "author", "branch", OPENED_AT));
  }

  String rendering() {
    return rendering;
  }

  /**
   * Over manifests whose holes are still open. It tells stale from changed and guards nothing, so a
   * fast one does; whoever forges it is found by the comparison of bytes.
   */
  private String checksum(List<Manifest> objects) {
    CRC32C checksum = new CRC32C();
    Binding holes = fact -> "<" + fact.form() + ">";
    for (Manifest object : objects) {
      checksum.update((object.path() + "\n").getBytes(StandardCharsets.UTF_8));
      checksum.update(object.text(holes).getBytes(StandardCharsets.UTF_8));
    }
    blueprint
        .app()
        .bundle()
        .origin()
        .followed()
        .ifPresent(
            followed -> checksum.update(followed.toString().getBytes(StandardCharsets.UTF_8)));
    return "crc32c-" + HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  String text(PreviewFacts facts, ConcreteBinding binding) {
    PullRequest.Details details = facts.pullRequest().details();
    Set<String> known = new HashSet<>();
    SAID.stream().filter(key -> !ConcreteBinding.said(key, details).isEmpty()).forEach(known::add);
    if (facts.openedAt().isPresent()) {
      known.add(OPENED_AT);
    }
    if (facts.isRetried()) {
      known.add(ATTEMPT);
    }
    return render(known).text(binding);
  }

  private synchronized ManifestForm render(Set<String> known) {
    return rendered.computeIfAbsent(
        known,
        notes ->
            ManifestForm.of(
                templates.manifest(
                    PreviewFolders.RECORD, TemplateName.OVERLAY_PREVIEW, scope(notes))));
  }

  private Scope scope(Set<String> known) {
    Scope scope = bundleScope();
    SAID.forEach(key -> scope.put(key, note(known, key, new Fact.Said(key))));
    return scope
        .put(OPENED_AT, note(known, OPENED_AT, new Fact.OpenedAt()))
        .put(ATTEMPT, note(known, ATTEMPT, new Fact.Attempt()))
        .put("rendering", rendering)
        .put("images", images())
        .put("recordedDatabase", recordedDatabase());
  }

  private static Value note(Set<String> known, String key, Fact fact) {
    return known.contains(key) ? Value.of(Text.of(fact)) : Value.ABSENT;
  }

  private Value images() {
    Value.Fields images = Value.EMPTY;
    for (Image image : blueprint.app().images()) {
      Text digest = Text.of(new Fact.ImageDigest(image.id()));
      images =
          images.with(image.id(), Value.EMPTY.with("name", image.name()).with("digest", digest));
    }
    return images.orAbsent();
  }

  /** A template of an admin may leave out what most records do not have. */
  private Scope bundleScope() {
    Value bundle = recordedBundle();
    Scope optional = new Scope(blueprint.facts());
    return bundle instanceof Value.Absent
        ? new Scope(optional.put("recordedBundle", bundle))
        : optional.put("recordedBundle", bundle);
  }

  private Value recordedBundle() {
    Optional<BundleOrigin.Repository> followed = blueprint.app().bundle().origin().followed();
    if (followed.isEmpty()) {
      return Value.ABSENT;
    }
    return Value.EMPTY
        .with("repository", followed.get().url())
        .with("ref", followed.get().revision())
        .with("revision", Text.of(new Fact.BundleRevision()));
  }

  private Value recordedDatabase() {
    return blueprint.app().cloneOfLatest().isPresent()
        ? Value.EMPTY.with("backup", Text.of(new Fact.BackupName()))
        : Value.ABSENT;
  }
}
