package dev.mayfly.kubernetes;

/** The group of an {@code apiVersion} (Kubernetes API conventions, "Types"). */
public final class ApiGroup {
  private ApiGroup() {}

  /** What stands before the slash; the core group, which has none, is the empty string. */
  public static String of(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
