package dev.mayfly.command;

import dev.mayfly.delivery.DigestSource;
import dev.mayfly.delivery.LockAtCommit;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.image.Digests;
import dev.mayfly.image.ImageLock;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Image;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which digests a preview deploys. */
final class DigestOptions {
  static final String IMAGE = "--image";

  private DigestOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.repeatable(IMAGE, "NAME@sha256:...", "an image of the app and its digest"));
    spec.addOption(Options.repeatable("--lock", "FILE", "an image lock file"));
    spec.addOption(
        Options.value(
            "--source", "DIR", "a checkout of the app's repository, with its lock files"));
  }

  static void addAppUrl(CommandSpec spec) {
    spec.addOption(
        Options.value("--app-url", "URL", "the app's repository, when not the one in mayfly.yaml"));
  }

  /**
   * The digests that the options give, and for images that they leave out those of the lock file at
   * the pull request's head commit.
   */
  static DigestSource atCommit(ParseResult parsed, Console console, Platform platform) {
    DigestSource locks = new LockAtCommit(new SourceRepositories(parsed, console, platform)::open);
    return (app, head) -> {
      Map<String, ImageDigest> given =
          parsed.commandSpec().findOption("--image") == null
              ? Map.of()
              : read(parsed, console, app);
      boolean complete = app.images().stream().allMatch(i -> given.containsKey(i.id()));
      Map<String, ImageDigest> digests = new TreeMap<>();
      if (!complete) {
        digests.putAll(locks.digests(app, head));
      }
      digests.putAll(given);
      return digests;
    };
  }

  static Map<String, ImageDigest> read(ParseResult parsed, Console console, App app) {
    Map<String, String> names = new TreeMap<>();
    app.images().forEach(image -> names.put(image.id(), image.name()));
    Digests digests = new Digests(names);
    for (String image : parsed.matchedOptionValue("--image", List.<String>of())) {
      digests.add(image, "--image " + image);
    }
    for (String lock : parsed.matchedOptionValue("--lock", List.<String>of())) {
      Path file = console.directory().resolve(lock);
      byte[] bytes = BoundedFile.read(file, lock, Budget.LOCK, Fault.RENDERING);
      digests.addAll(ImageLock.read(lock, bytes), lock);
    }
    if (parsed.hasMatchedOption("--source")) {
      String source = parsed.matchedOptionValue("--source", "");
      Path folder = console.directory().resolve(source);
      if (!Files.isDirectory(folder)) {
        throw UsageErrors.usage("`--source` names `" + source + "`, which is no folder", "");
      }
      for (String path : lockPaths(app)) {
        if (Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
          String shownAs = source + "/" + path;
          byte[] bytes = BoundedFile.readBelow(folder, path, shownAs, Budget.LOCK, Fault.RENDERING);
          digests.addAll(ImageLock.read(shownAs, bytes), shownAs);
        }
      }
    }
    return digests.byId();
  }

  private static TreeSet<String> lockPaths(App app) {
    TreeSet<String> paths = new TreeSet<>();
    app.images().stream().map(Image::lock).forEach(lock -> lock.ifPresent(paths::add));
    return paths;
  }
}
