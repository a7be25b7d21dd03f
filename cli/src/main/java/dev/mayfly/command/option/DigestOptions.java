package dev.mayfly.command.option;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.image.Digests;
import dev.mayfly.image.ImageLock;
import dev.mayfly.platform.App;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which digests a preview deploys. */
public final class DigestOptions {
  public static final RepeatableOption LOCK =
      new RepeatableOption("--lock", "FILE", "an image lock file");
  public static final ValueOption<String> SOURCE =
      ValueOption.text(
          "--source", "DIR", "a checkout of the app's repository, with its lock files");
  public static final ValueOption<String> APP_URL =
      ValueOption.text("--app-url", "URL", "the app's repository, when not the one in mayfly.yaml");

  public static final RepeatableOption IMAGE =
      new RepeatableOption("--image", "NAME@sha256:...", "an image of the app and its digest");

  private DigestOptions() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, IMAGE, LOCK, SOURCE);
  }

  public static Map<String, ImageDigest> read(Invocation invocation, App app) {
    Digests digests = new Digests(app.imageNames());
    for (String image : IMAGE.in(invocation)) {
      digests.add(image, "--image " + image);
    }
    for (String lock : LOCK.in(invocation)) {
      Path file = invocation.console().directory().resolve(lock);
      byte[] bytes = BoundedFile.read(file, lock, Budget.LOCK, Fault.RENDERING);
      digests.addAll(ImageLock.read(lock, bytes), lock);
    }
    if (SOURCE.isGivenIn(invocation)) {
      String source = SOURCE.in(invocation).orElse("");
      Path folder = invocation.console().directory().resolve(source);
      if (!Files.isDirectory(folder)) {
        throw UsageErrors.usage("`--source` names `" + source + "`, which is not a folder", "");
      }
      for (String path : app.lockFiles()) {
        if (Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
          String shownAs = source + "/" + path;
          byte[] bytes = BoundedFile.readBelow(folder, path, shownAs, Budget.LOCK, Fault.RENDERING);
          digests.addAll(ImageLock.read(shownAs, bytes), shownAs);
        }
      }
    }
    return digests.byId();
  }
}
