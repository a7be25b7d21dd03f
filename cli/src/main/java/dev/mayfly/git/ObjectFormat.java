package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import org.eclipse.jgit.lib.Repository;

/** JGit reads SHA-1 repositories only, and opens others without noticing. */
final class ObjectFormat {
  private ObjectFormat() {}

  static void requireSha1(Repository repository) {
    String format = repository.getConfig().getString("extensions", null, "objectFormat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      repository.close();
      throw Fault.CONFIGURATION.error(
          "object-format",
          "a repository with `" + CleanText.of(format) + "` object ids cannot be read",
          "only SHA-1 repositories are supported");
    }
  }
}
