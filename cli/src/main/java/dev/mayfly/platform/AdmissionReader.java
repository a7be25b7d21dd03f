package dev.mayfly.platform;

import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Optional;

/** Reads {@code spec.admission}. */
final class AdmissionReader {
  private static final int DEFAULT_LIMIT = 3;

  private AdmissionReader() {}

  static Admission read(Fields spec) {
    try (Fields admission = spec.mapOrEmpty("admission")) {
      List<String> targets = admission.texts("targetBranches", PlaceSyntaxes.BRANCH_PATTERN);
      return new Admission(
          labels(admission),
          admission.text("admittedLabel", Syntaxes.LABEL_VALUE, "mayfly/admitted"),
          targets.isEmpty() ? List.of("main") : targets,
          admission.flag("drafts", false),
          PeopleReader.forks(admission),
          PeopleReader.authors(admission),
          admission.integer("limit", 1, 10_000).orElse(DEFAULT_LIMIT),
          admission.map("expiry").map(AdmissionReader::expiry),
          admission
              .choice("undecided", Choice.of(Admission.Undecided.values()))
              .orElse(Admission.Undecided.REFUSE));
    }
  }

  private static Admission.Labels labels(Fields admission) {
    Optional<Fields> written = admission.map("labels");
    if (written.isEmpty()) {
      return new Admission.Labels(List.of("preview"), List.of());
    }
    try (Fields labels = written.get()) {
      return new Admission.Labels(
          labels.texts("all", Syntaxes.LABEL_VALUE), labels.texts("none", Syntaxes.LABEL_VALUE));
    }
  }

  private static Admission.Expiry expiry(Fields written) {
    try (Fields expiry = written) {
      return new Admission.Expiry(
          expiry.requiredInteger("idleDays", 1, 365),
          expiry.text("keepLabel", Syntaxes.LABEL_VALUE, "keep-preview"));
    }
  }
}
