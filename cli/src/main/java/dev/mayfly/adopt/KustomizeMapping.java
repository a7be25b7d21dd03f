package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that a set gives to a kustomization. */
final class KustomizeMapping implements Mapping {
  private static final Pattern IMAGE =
      Pattern.compile("(?:([^=]+)=)?([^@]+?)(?::([^:/@]+))?(?:@(.+))?");

  @Override
  public List<String> reads() {
    return List.of("template.source.kustomize.images", "template.source.kustomize.namespace");
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      app.bundle().itemsAt("kustomize", "images").forEach(it -> image(adoption, app, it));
    }
  }

  private static void image(Adoption adoption, AppDraft app, Node image) {
    String text = image instanceof ScalarNode s ? HandWritten.plausible(s.text()) : "";
    Location at = image.location();
    Matcher parts = IMAGE.matcher(text);
    if (!parts.matches() || !Syntaxes.IMAGE_NAME.matches(parts.group(2))) {
      adoption.lost(at, "image " + text, "it is not an image with its registry, so none is listed");
      return;
    }
    String name = parts.group(2);
    if (!Marks.in(text)) {
      ImagePins.thirdParty(adoption, app, name, text, at);
      return;
    }
    new ImagePins(app, adoption).declared(name, Origin.from(at));
    adoption.changed(
        at,
        "image " + text,
        "the digest that CI built takes the place of the tag, by a lock or `--image`");
    if (parts.group(1) != null && !parts.group(1).equals(name)) {
      adoption.lost(
          at,
          "image " + parts.group(1),
          "images are not renamed; write `" + Adoption.shown(name) + "` into the bundle");
    }
  }
}
