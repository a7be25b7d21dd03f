package dev.mayfly.kubernetes;

import dev.mayfly.yaml.Keyed;

/**
 * Labels and annotations that mean something to Kubernetes and its tools (Kubernetes docs,
 * "Well-Known Labels, Annotations and Taints").
 */
public final class KubernetesMetadata {
  /** The label of every namespace that holds its own name, so that selectors can name it. */
  public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  /** What the names of all labels of Pod Security start with. */
  public static final String POD_SECURITY = "pod-security.kubernetes.io/";

  /** The level that the pods of a namespace are held to. */
  public static final String ENFORCED_POD_SECURITY = POD_SECURITY + "enforce";

  /** The annotation of what is for tools alone: kustomize leaves it out of what it builds. */
  public static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";

  /** The annotation that named an Ingress' controller before there was a field for it. */
  public static final String INGRESS_CLASS = "kubernetes.io/ingress.class";

  private KubernetesMetadata() {}

  /** Whether kustomize leaves an object out, as it is for tools alone. */
  public static boolean isKeptBack(Keyed object) {
    return object.textOrEmpty("metadata", "annotations", LOCAL_CONFIG).equals("true");
  }
}
