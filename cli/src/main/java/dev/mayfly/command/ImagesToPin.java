package dev.mayfly.command;

import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.composition.Registries;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.RepeatableOption;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.image.PinnedImage;
import dev.mayfly.image.TaggedImage;
import dev.mayfly.platform.App;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Image;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.registry.TagResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The images that a lock file has to pin, from the command line and from the platform. */
final class ImagesToPin {
  private static final RepeatableOption IMAGE =
      new RepeatableOption(
          "--image", "NAME@sha256:...", "an image and its digest; may be repeated");
  private static final FlagOption RESOLVE =
      new FlagOption("--resolve", "ask the registry for the digest where an image has a tag only");
  private static final ValueOption<String> APP =
      ValueOption.text("--app", "NAME", "allow the images of this app of the platform only");

  private final Map<String, Optional<ImageDigest>> given = new TreeMap<>();
  private final Optional<App> app;
  private final String file;

  private ImagesToPin(Optional<App> app, String file) {
    this.app = app;
    this.file = file;
  }

  static void addTo(CommandSpec spec) {
    Option.add(spec, IMAGE, RESOLVE, APP);
  }

  static ImagesToPin read(Invocation invocation, String file) {
    ImagesToPin options = new ImagesToPin(app(invocation), file);
    boolean check = PinCommand.CHECK.isGivenIn(invocation);
    boolean resolve = RESOLVE.isGivenIn(invocation);
    for (String image : IMAGE.in(invocation)) {
      Optional<TaggedImage> tagged = resolve ? TaggedImage.parse(image) : Optional.empty();
      if (tagged.isPresent()) {
        options.addResolved(tagged.get(), Registries.tags(invocation.console()));
      } else {
        options.add(image, check);
      }
    }
    return options;
  }

  private static Optional<App> app(Invocation invocation) {
    if (!APP.isGivenIn(invocation)) {
      return Optional.empty();
    }
    LoadedPlatform loaded = Platforms.load(Platforms.workspace(invocation), invocation.console());
    return Optional.of(AppOptions.named(invocation, loaded).app());
  }

  private void add(String reference, boolean bareNameAllowed) {
    boolean bare = bareNameAllowed && !reference.contains("@");
    @Nullable PinnedImage image = PinnedImage.parse(reference).orElse(null);
    String name = bare ? reference : image == null ? "" : image.name();
    if (!PinnedImage.isLockable(name)) {
      throw UsageErrors.usage(
          "`--image " + reference + "` is not an image with its registry and its digest",
          "write REGISTRY/NAME@sha256:<64 lower-case hex digits>; the build that pushes an image"
              + " prints its digest, and `--resolve` asks the registry for that of a tag");
    }
    put(name, Optional.ofNullable(image).map(PinnedImage::digest));
  }

  /** A name is refused before its registry is asked. */
  private void addResolved(TaggedImage image, TagResolver registries) {
    requireOwn(image.name());
    put(image.name(), Optional.of(registries.resolve(image)));
  }

  private void requireOwn(String name) {
    Map<String, String> names = idsByName();
    if (app.isPresent() && !names.containsKey(name)) {
      throw UsageErrors.usage(
          "app `" + app.get().name() + "` has no image `" + name + "`",
          NearMiss.hint(name, names.keySet()));
    }
  }

  private void put(String name, Optional<ImageDigest> digest) {
    requireOwn(name);
    Optional<ImageDigest> before = given.putIfAbsent(name, digest);
    if (before != null && !before.equals(digest)) {
      throw UsageErrors.usage("`--image` gives `" + name + "` two digests", "give one");
    }
  }

  boolean namesImages() {
    return app.isPresent() || !given.isEmpty();
  }

  List<PinnedImage> images() {
    return given.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().map(digest -> new PinnedImage(entry.getKey(), digest)).stream())
        .toList();
  }

  /** What the file must pin: the app's images whose lock it is, or else those given. */
  Map<String, Optional<ImageDigest>> expected() {
    Map<String, Optional<ImageDigest>> expected = new TreeMap<>(given);
    app.ifPresent(it ->
        it.images().stream()
            .filter(this::isLockedHere)
            .forEach(image -> expected.putIfAbsent(image.name(), Optional.empty())));
    return expected;
  }

  /** Those of the app, whichever lock file pins them. */
  Set<String> known() {
    return idsByName().keySet();
  }

  /** The path may be given from anywhere; what follows the repository's folder has to fit. */
  private boolean isLockedHere(Image image) {
    String written = "/" + file.replace('\\', '/');
    return image.lock().map(lock -> written.endsWith("/" + lock)).orElse(false)
        || app.map(it -> it.lockFiles().size()).orElse(0) < 2;
  }

  /** The images of the app; their ids are the keys of a value file. */
  Map<String, String> idsByName() {
    Map<String, String> ids = new TreeMap<>();
    app.ifPresent(it -> it.images().forEach(image -> ids.put(image.name(), image.id())));
    return ids;
  }

  String name(Invocation invocation) {
    String name = PinCommand.NAME.in(invocation).orElse(app.map(App::name).orElse("images"));
    if (!PinnedImage.isObjectName(name)) {
      throw UsageErrors.usage("`--name " + name + "` is not a Kubernetes object name", "");
    }
    return name;
  }

  /** Argo CD would take a lock inside a plain directory for a manifest. */
  String heading() {
    boolean inside =
        app.filter(it -> it.bundle().kind() == AppBundle.Kind.DIRECTORY)
            .filter(it ->
                it.lockFiles().stream().anyMatch(lock -> it.bundle().inside(lock).isPresent()))
            .isPresent();
    return inside ? "# +argocd:skip-file-rendering\n" : "";
  }
}
