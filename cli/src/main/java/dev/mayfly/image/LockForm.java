package dev.mayfly.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a lock file is written. Both are plain YAML; what reads it decides which one fits. */
public enum LockForm {
  /** An object of the Kubernetes resource model, as kustomize's replacements select it. */
  KRM,
  /** A value file of a Helm chart: {@code image}, {@code images}, or both, and nothing else. */
  HELM;

  /** What {@code --format} calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LockForm> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(LockForm::word).toList();
  }
}
