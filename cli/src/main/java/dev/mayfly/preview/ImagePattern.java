package dev.mayfly.preview;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of images of one registry: {@code *} stands for any characters of one part of the path.
 * What matches here matches {@link #regex}, so that every judge of an image has one list.
 */
public record ImagePattern(ImageName name) {
  /** Registries where anybody may have images. */
  private static final Set<String> PUBLIC =
      Set.of(
          ImageName.HUB,
          "codeberg.org",
          "gcr.io",
          "ghcr.io",
          "public.ecr.aws",
          "quay.io",
          "registry.gitlab.com");

  public static ImagePattern of(String written) {
    return new ImagePattern(ImageName.of(written));
  }

  public boolean matches(ImageName image) {
    return Pattern.matches(regex(), image.toString());
  }

  /** Whether the images of strangers are among them. */
  public boolean isOpen() {
    return PUBLIC.contains(name.registry()) && owner().contains("*");
  }

  /** An RE2 expression for every way to write the name of such an image. */
  public String regex() {
    String path = expression(name.path());
    if (!name.registry().equals(ImageName.HUB)) {
      return expression(name.registry()) + "/" + path;
    }
    String registry = "((index[.])?docker[.]io/)";
    if (name.path().startsWith(ImageName.OFFICIAL)) {
      String official = expression(ImageName.OFFICIAL);
      return registry + "?(" + official + ")?" + path.substring(official.length());
    }
    return registry + (ImageName.isRegistry(owner()) ? "" : "?") + path;
  }

  private String owner() {
    int slash = name.path().indexOf('/');
    return slash < 0 ? name.path() : name.path().substring(0, slash);
  }

  private static String expression(String text) {
    return text.replace(".", "[.]").replace("*", "[a-z0-9._-]*");
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
