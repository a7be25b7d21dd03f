package dev.mayfly.registry;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.image.TaggedImage;
import dev.mayfly.preview.ImageDigest;
import java.io.IOException;
import java.util.Objects;
import land.oras.ContainerRef;
import land.oras.Registry;
import land.oras.exception.OrasException;

/**
 * Asks registries which digest a tag has now, by the OCI distribution specification. For an image
 * of several platforms that is the digest of its index.
 */
public record TagResolver(RegistryAccess access) {
  /**
   * The digest that a tag has now.
   *
   * @throws ProblemsException with {@link Fault#REMOTE} when the registry does not say, in time and
   *     in the form that pins an image
   */
  public ImageDigest resolve(TaggedImage image) {
    String answer =
        access.within(
            image.registry() + " for `" + image + "`",
            () -> ask(image),
            what -> failed(image, what, ""),
            cause -> explain(image, cause));
    return ImageDigest.parse(answer)
        .orElseThrow(() -> failed(image, "gives `" + image + "` no sha256 digest", ""));
  }

  private String ask(TaggedImage image) {
    Registry registry = access.registry();
    ContainerRef reference = ContainerRef.parse(image.toString());
    return Objects.requireNonNullElse(registry.probeDescriptor(reference).getDigest(), "");
  }

  /** What the registry wrote stays out of the message: it is anybody's text. */
  private static ProblemsException explain(TaggedImage image, Throwable cause) {
    int status = cause instanceof OrasException refusal ? refusal.getStatusCode() : 0;
    return switch (status) {
      case 404 -> failed(image, "has no `" + image + "`", "has the build pushed it?");
      case 401, 403 ->
          failed(
              image,
              "does not let you read `" + image + "`",
              "log in with `docker login "
                  + image.registry()
                  + "`, or name a file of credentials"
                  + " in REGISTRY_AUTH_FILE");
      case 429 -> failed(image, "wants fewer requests", "log in, or try again later");
      default -> {
        if (status >= 100) {
          yield failed(
              image, "answered with status " + status, "try again later, or ask who runs it");
        }
        yield cause.getCause() instanceof IOException
            ? failed(
                image,
                "cannot be reached",
                "HTTPS_PROXY names a proxy, MAYFLY_CA_FILE who may vouch for the registry")
            : failed(image, "answered what is not an answer", "");
      }
    };
  }

  private static ProblemsException failed(TaggedImage image, String what, String hint) {
    return Fault.REMOTE.error("registry", "the registry `" + image.registry() + "` " + what, hint);
  }
}
