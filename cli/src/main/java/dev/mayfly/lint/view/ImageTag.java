package dev.mayfly.lint.view;

import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image tag that a source sets: by a Helm parameter or value of that name, or by an override of
 * kustomize. Which names a chart reads is a habit, not a rule; {@code image.tag} is by far the most
 * common.
 *
 * @param at the value, or the whole text that it stands in
 * @param place where to point
 * @param text the tag, or the whole image where both are written together
 */
public record ImageTag(ScalarNode at, Location place, String text) {
  private static final Pattern NAME = Pattern.compile("(?:^|.*[._-])(?:image_?)?tag|.*imagetag");
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\s*-?\\s*[\"']?([\\w.-]*[tT]ag)[\"']?\\s*:\\s*(\\S.*)$");

  /** An image in a patch: a field of that name, or the value of an operation on one. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?m)(?:^\\s*-?\\s*image|/image[\"']?\\s*\\n\\s*value)[ \\t]*:[ \\t]*(\\S.*)$");

  public static List<ImageTag> of(SourceView source) {
    List<ImageTag> tags = new ArrayList<>();
    ChartValue.ofFields(source).stream()
        .filter(it -> isTag(it.name()))
        .forEach(it -> tags.add(new ImageTag(it.at(), it.place(), it.text())));
    if (source.at("helm", "values") instanceof ScalarNode values) {
      Matcher matcher = LINE.matcher(values.text());
      while (matcher.find()) {
        if (isTag(matcher.group(1))) {
          String tag = unquoted(matcher.group(2));
          tags.add(new ImageTag(values, place(values, matcher.start(2), tag), tag));
        }
      }
    }
    for (ScalarNode image : source.textsAt("kustomize", "images")) {
      add(image, image.location(), image.text(), tags);
    }
    for (MapNode patch : source.mapsAt("kustomize", "patches")) {
      if (patch.get("patch") instanceof ScalarNode text) {
        Matcher image = IMAGE.matcher(text.text());
        while (image.find()) {
          String name = unquoted(image.group(1));
          add(text, place(text, image.start(1), name), name, tags);
        }
      }
    }
    return tags;
  }

  private static void add(ScalarNode at, Location place, String image, List<ImageTag> tags) {
    int colon = image.lastIndexOf(':');
    if (!image.contains("@") && colon > image.lastIndexOf('/')) {
      tags.add(new ImageTag(at, place, image.substring(colon + 1)));
    }
  }

  private static Location place(ScalarNode text, int start, String part) {
    return TextPlace.of(text, TemplatePosition.of(text.text(), start).line(), part);
  }

  private static String unquoted(String value) {
    return value.strip().replaceAll("^['\"]|['\"]$", "");
  }

  private static boolean isTag(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
