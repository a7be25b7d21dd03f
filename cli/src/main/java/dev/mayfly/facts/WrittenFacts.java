package dev.mayfly.facts;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.facts.ClusterFacts.Name;
import dev.mayfly.facts.ClusterFacts.Role;
import dev.mayfly.facts.ClusterFacts.SnapshotClass;
import dev.mayfly.facts.ClusterFacts.SourceCluster;
import dev.mayfly.facts.ClusterFacts.StorageClass;
import dev.mayfly.facts.ClusterFacts.TakenBackup;
import dev.mayfly.facts.ClusterFacts.TakenSnapshot;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import dev.mayfly.yaml.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads kind {@code ClusterFacts}, strictly. */
final class WrittenFacts {
  static final ClusterFacts NONE =
      new ClusterFacts(
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  private static final Syntax API_VERSION =
      Syntax.of("mayfly\\.dev/v1alpha1", "`mayfly.dev/v1alpha1`");
  private static final Syntax KIND = Syntax.of("ClusterFacts", "`ClusterFacts`");

  private WrittenFacts() {}

  static ClusterFacts read(Node document, Problems problems) {
    try (Fields root = new Fields(document, problems)) {
      root.text("apiVersion", API_VERSION);
      root.text("kind", KIND);
      root.requiredMap("metadata", it -> it.text("name", Syntaxes.OBJECT_NAME));
      return root.requiredMap("spec", WrittenFacts::facts);
    }
  }

  private static ClusterFacts facts(Fields spec) {
    return new ClusterFacts(
        time(spec, "observedAt"),
        spec.maps("backups", WrittenFacts::backup),
        spec.maps("snapshots", WrittenFacts::snapshot),
        spec.maps("clusters", WrittenFacts::cluster),
        spec.maps("storageClasses", WrittenFacts::storageClass),
        spec.maps("snapshotClasses", WrittenFacts::snapshotClass),
        Optional.empty());
  }

  private static TakenBackup backup(Fields fields) {
    return new TakenBackup(
        name(fields),
        fields.text("cluster", Syntaxes.OBJECT_NAME),
        new BackupPhase(fields.text("phase", FactSyntaxes.WORD, "")),
        time(fields, "stoppedAt"),
        major(fields),
        fields.location("name"));
  }

  private static TakenSnapshot snapshot(Fields fields) {
    return new TakenSnapshot(
        name(fields),
        fields.optionalText("backup", Syntaxes.OBJECT_NAME),
        fields.choice("role", Role.values()).orElse(Role.DATA),
        fields.optionalText("restoreSize", FactSyntaxes.QUANTITY).flatMap(FactSyntaxes::quantity),
        fields.raw("ready") == null ? Optional.empty() : Optional.of(fields.flag("ready", false)),
        fields.optionalText("class", Syntaxes.OBJECT_NAME),
        major(fields),
        time(fields, "takenAt"),
        fields.location("name"));
  }

  private static SourceCluster cluster(Fields fields) {
    Optional<String> image = fields.optionalText("image", FactSyntaxes.IMAGE);
    return new SourceCluster(
        name(fields),
        image.flatMap(CloneRequest::major),
        fields.optionalText("size", FactSyntaxes.QUANTITY).flatMap(FactSyntaxes::quantity),
        fields.flag("walStorage", false),
        fields.integer("tablespaces", 0, 1000).orElse(0),
        fields.location("name"));
  }

  private static StorageClass storageClass(Fields fields) {
    return new StorageClass(
        fields.text("name", Syntaxes.OBJECT_NAME),
        fields.text("provisioner", Syntaxes.OBJECT_NAME),
        fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER),
        fields.flag("default", false),
        fields.location("name"));
  }

  private static SnapshotClass snapshotClass(Fields fields) {
    return new SnapshotClass(
        fields.text("name", Syntaxes.OBJECT_NAME),
        fields.text("driver", Syntaxes.OBJECT_NAME),
        fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER),
        fields.location("name"));
  }

  private static Name name(Fields fields) {
    return new Name(
        fields.text("namespace", Syntaxes.DNS_LABEL), fields.text("name", Syntaxes.OBJECT_NAME));
  }

  private static Optional<Integer> major(Fields fields) {
    return fields.integer("majorVersion", 10, 99);
  }

  private static Optional<Instant> time(Fields fields, String key) {
    return fields
        .optionalText(key, FactSyntaxes.TIME)
        .filter(FactSyntaxes.TIME::matches)
        .flatMap(text -> {
          Optional<Instant> time = Timestamp.parse(text);
          if (time.isEmpty()) {
            fields.error("wrong-syntax", key, "no calendar has this time", "");
          }
          return time;
        });
  }
}
