package dev.mayfly.command;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.image.Digests;
import dev.mayfly.image.ImageLock;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Image;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which digests a preview deploys. */
final class DigestOptions {
  private DigestOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.repeatable("--image", "NAME@sha256:...", "an image of the app and its digest"));
    spec.addOption(Options.repeatable("--lock", "FILE", "an image lock file"));
    spec.addOption(
        Options.value("--source", "DIR", "a checkout of the app's repository, with its lock files"));
  }

  static Map<String, ImageDigest> read(ParseResult parsed, Console console, App app) {
    Map<String, String> names = new TreeMap<>();
    app.images().forEach(image -> names.put(image.id(), image.name()));
    Digests digests = new Digests(names);
    for (String image : parsed.matchedOptionValue("--image", List.<String>of())) {
      digests.add(image, "--image " + image);
    }
    for (String lock : parsed.matchedOptionValue("--lock", List.<String>of())) {
      digests.addAll(lock(console.directory().resolve(lock), lock), lock);
    }
    if (parsed.hasMatchedOption("--source")) {
      String source = parsed.matchedOptionValue("--source", "");
      Path folder = console.directory().resolve(source);
      for (String path : lockPaths(app)) {
        if (Files.exists(folder.resolve(path))) {
          String shownAs = source + "/" + path;
          digests.addAll(lock(folder.resolve(path), shownAs), shownAs);
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

  private static ImageLock lock(Path file, String shownAs) {
    return ImageLock.read(
        shownAs, BoundedFile.read(file, shownAs, Budget.LOCK, Fault.RENDERING));
  }
}
