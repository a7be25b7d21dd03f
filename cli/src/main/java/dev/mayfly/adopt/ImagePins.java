package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Images that a set names by a tag of the pull request: each becomes one that is pinned by digest.
 */
record ImagePins(AppDraft app, Adoption adoption) {
  private static final Pattern REFERENCE = Pattern.compile("([^:@]+(?::[0-9]+/[^:@]+)?):([^/:@]+)");

  /** What stands in place of a value that names an image or its tag; empty for other values. */
  Optional<Draft> pinned(Draft.Fields values, String key, String path) {
    if (!(values.entries().get(key) instanceof Draft.Leaf leaf)
        || !(leaf.tree() instanceof Tree.Text(String text))) {
      return Optional.empty();
    }
    Matcher reference = REFERENCE.matcher(HandWritten.plausible(text));
    if (key.toLowerCase(Locale.ROOT).endsWith("tag")) {
      return tag(values, key, text, leaf, path);
    }
    if (reference.matches()
        && Syntaxes.IMAGE_NAME.matches(reference.group(1))
        && Marks.in(reference.group(2))) {
      String id = declared(reference.group(1), leaf.origin());
      return Optional.of(Draft.text("${images." + id + ".reference}", leaf.origin()));
    }
    return Optional.empty();
  }

  /**
   * The same for a value that is the commit and is not called a tag. Every image has to be pinned,
   * so where no other value names one this is likelier to than not; the reader is asked.
   */
  Optional<Draft> oddTag(Draft.Fields values, String key, String path) {
    return values.entries().get(key) instanceof Draft.Leaf leaf
            && leaf.tree() instanceof Tree.Text(String text)
            && Marks.hasSha(text)
            && PlacedValues.marks(text).replaceAll("\\$\\{[a-zA-Z.]+}", "").matches("[\\w.-]*")
        ? tag(values, key, text, leaf, path)
        : Optional.empty();
  }

  private Optional<Draft> tag(
      Draft.Fields values, String key, String text, Draft.Leaf leaf, String path) {
    boolean odd = !key.toLowerCase(Locale.ROOT).endsWith("tag");
    String name = beside(values, odd ? "" : key.substring(0, key.length() - 3));
    if (!Marks.in(text)) {
      if (!name.isEmpty()) {
        thirdParty(adoption, app, name, name + ":" + text, Origin.location(leaf.origin()));
      }
      return Optional.empty();
    }
    String id = name.isEmpty() ? unnamed(path) : declared(name, leaf.origin());
    String tag = PlacedValues.marks(text);
    if (!tag.replaceAll("\\$\\{[a-zA-Z.]+}", "").matches("[A-Za-z0-9_.-]*")) {
      tag = "pr-${pr.number}";
    }
    adoption.changed(
        Origin.location(leaf.origin()),
        "values " + path,
        odd
            ? "the set names no image, and this is the commit: it counts as the tag of one, with the"
                + " digest behind it; where it is not a tag write `${pr.headSha}` and take the image"
                + " out, and where it is that of several images give each a value of its own"
            : "the digest stands behind the tag; it pins a chart that writes `repository:tag`, and"
                + " `open` refuses one that does not");
    return Optional.of(Draft.text(tag + "@${images." + id + ".digest}", leaf.origin()));
  }

  /** An image that no pull request builds: permitted by name, pinned where it is written. */
  static void thirdParty(
      Adoption adoption, AppDraft app, String name, String written, @Nullable Location at) {
    if (!app.images.containsKey(name) && app.thirdParty.add(name)) {
      Origin origin = at == null ? new Origin.Form() : Origin.from(at);
      app.fields.list("thirdParty").add(Draft.text(name, origin));
    }
    if (!written.contains("@sha256:")) {
      adoption.stricter(
          at,
          "image " + written,
          "a tag alone is refused; write its digest behind it, `@sha256:...`");
    }
  }

  /** The image's name as the values beside the tag have it. */
  private static String beside(Draft.Fields values, String prefix) {
    String registry = literal(values, prefix.isEmpty() ? "registry" : prefix + "Registry");
    for (String word : List.of("repository", "name", "image")) {
      String key =
          prefix.isEmpty()
              ? word
              : prefix + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      String name = literal(values, key);
      String whole = registry.isEmpty() ? name : registry + "/" + name;
      if (Syntaxes.IMAGE_NAME.matches(whole)) {
        return whole;
      }
    }
    String itself = literal(values, prefix);
    return Syntaxes.IMAGE_NAME.matches(itself) ? itself : "";
  }

  private static String literal(Draft.Fields values, String key) {
    return HandWritten.plausible(values.text(key));
  }

  /** The id of an image, which is listed when it is met first. */
  String declared(String name, Origin origin) {
    String known = app.images.get(name);
    if (known != null) {
      return known;
    }
    String id = free(name.substring(name.lastIndexOf('/') + 1));
    app.images.put(name, id);
    if (app.thirdParty.remove(name)) {
      // Pinned in one place and built in another: what is built counts for both.
      app.fields
          .list("thirdParty")
          .items()
          .removeIf(d -> d instanceof Draft.Leaf leaf && leaf.tree().equals(new Tree.Text(name)));
    }
    app.fields
        .list("images")
        .add(new Draft.Fields().put("id", id, origin).put("name", name, origin));
    return id;
  }

  private String unnamed(String path) {
    List<String> words =
        List.of(path.split("[^A-Za-z0-9]+")).stream()
            .filter(w -> !w.toLowerCase(Locale.ROOT).matches("|global|images?|(image)?tag"))
            .toList();
    String id = free(words.isEmpty() ? "app" : words.getLast());
    app.images.put("\0" + path, id);
    String question =
        "registry and repository of the image whose tag is `" + Adoption.shown(path) + "`";
    app.fields
        .list("images")
        .add(
            new Draft.Fields()
                .put("id", id, new Origin.Assumed("after `" + Adoption.shown(path) + "`"))
                .open("name", question, "images.invalid/" + id.toLowerCase(Locale.ROOT)));
    return id;
  }

  private String free(String wanted) {
    StringBuilder id = new StringBuilder();
    boolean upper = false;
    for (char c : wanted.toCharArray()) {
      boolean letter = c < 128 && Character.isLetterOrDigit(c);
      if (letter && (!id.isEmpty() || Character.isLetter(c))) {
        id.append(upper ? Character.toUpperCase(c) : id.isEmpty() ? Character.toLowerCase(c) : c);
      }
      upper = !letter && !id.isEmpty();
    }
    String base = id.isEmpty() ? "app" : id.substring(0, Math.min(28, id.length()));
    String found = base;
    for (int i = 2; app.images.containsValue(found); i++) {
      found = base + i;
    }
    return found;
  }
}
