package dev.mayfly.image;

/** How a lock file is written. Both are plain YAML; what reads it decides which one fits. */
public enum LockForm {
  /** An object of the Kubernetes resource model, as kustomize's replacements select it. */
  KRM,
  /** A value file of a Helm chart: {@code image}, {@code images}, or both, and nothing else. */
  HELM
}
