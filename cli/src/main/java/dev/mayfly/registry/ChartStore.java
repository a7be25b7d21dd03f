package dev.mayfly.registry;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.HttpAccess;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import land.oras.exception.OrasException;

/**
 * Where charts are kept: registries that speak OCI, and the older repositories with an index.
 *
 * @param http for those over HTTP, which are read without credentials
 */
public record ChartStore(RegistryAccess access, HttpAccess http) {
  /** The largest packed chart that is taken, in bytes. */
  static final int LARGEST = 16 << 20;

  private static final String OCI = "oci://";

  /**
   * The packed chart.
   *
   * @param address {@code oci://} or {@code https://}, without the chart's name
   * @throws ProblemsException (remote) when it is not to be had, in time
   */
  public byte[] archive(String address, String chart, String version) {
    ChartName name = new ChartName(address, chart, version);
    Callable<byte[]> asking =
        address.startsWith(OCI)
            ? new OciChart(access, address.substring(OCI.length()), name)
            : new HttpChart(http, name);
    String place = address.replaceFirst("^[a-z]+://([^/@]*@)?", "");
    return access.within(
        place + " for chart `" + chart + "`",
        asking,
        what -> name.failed(what, ""),
        cause -> explain(name, cause));
  }

  /** What the store wrote stays out of the message: it is anybody's text. */
  private static ProblemsException explain(ChartName name, Throwable cause) {
    if (cause instanceof ProblemsException known) {
      return known;
    }
    int status = cause instanceof OrasException refusal ? refusal.getStatusCode() : 0;
    return status >= 100
        ? status(name, status)
        : name.failed(
            cause instanceof IOException || cause.getCause() instanceof IOException
                ? "cannot be reached"
                : "answered what is not an answer",
            "HTTPS_PROXY names a proxy, MAYFLY_CA_FILE who may vouch for the registry");
  }

  static ProblemsException status(ChartName name, int status) {
    return switch (status) {
      case 404 -> name.missing("");
      case 401, 403 ->
          name.failed(
              "does not let you read chart `" + name.chart() + "`",
              "log in with `docker login`, or name a file of credentials in REGISTRY_AUTH_FILE");
      default ->
          name.failed("answered with status " + status, "try again later, or ask who runs it");
    };
  }

  /** The chart, if it is what its digest says; an empty one says nothing. */
  static byte[] checked(byte[] content, ChartName name, String sha256) {
    if (!sha256.isEmpty() && !digest(content).equals(sha256.toLowerCase(Locale.ROOT))) {
      throw name.failed("sent something else than its digest says", "try again");
    }
    return content;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is asked for, and how messages say it. */
  record ChartName(String address, String chart, String version) {
    ProblemsException failed(String what, String hint) {
      return Fault.REMOTE.error("registry", "the registry `" + address + "` " + what, hint);
    }

    ProblemsException tooLarge() {
      return failed("has a chart of more than " + LARGEST + " bytes", "");
    }

    ProblemsException missing(String hint) {
      return Fault.REMOTE.error(
          "chart-missing",
          "the registry `"
              + address
              + "` has no chart `"
              + chart
              + "` of version `"
              + version
              + "`",
          hint);
    }
  }
}
