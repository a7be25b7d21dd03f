package dev.mayfly.lint.view;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image tag that a source sets: by a Helm parameter or value of that name, or by an override of
 * kustomize. Which names a chart reads is a habit, not a rule; {@code image.tag} is by far the most
 * common.
 *
 * @param text the tag, or the whole image where both are written together
 */
public record ImageTag(ScalarNode at, String text) {
  private static final Pattern NAME = Pattern.compile("(?:^|.*[._-])(?:image_?)?tag|.*imagetag");
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\s*-?\\s*[\"']?([\\w.-]*[tT]ag)[\"']?\\s*:\\s*(\\S.*)$");

  public static List<ImageTag> of(SourceView source) {
    List<ImageTag> tags = new ArrayList<>();
    for (MapNode parameter : Fields.maps(source.at("helm", "parameters"))) {
      if (isTag(Fields.text(parameter.get("name")))
          && parameter.get("value") instanceof ScalarNode value) {
        tags.add(new ImageTag(value, value.text()));
      }
    }
    if (source.at("helm", "values") instanceof ScalarNode values) {
      Matcher matcher = LINE.matcher(values.text());
      while (matcher.find()) {
        if (isTag(matcher.group(1))) {
          tags.add(new ImageTag(values, unquoted(matcher.group(2))));
        }
      }
    }
    collect(source.at("helm", "valuesObject"), tags);
    for (ScalarNode image : Fields.texts(source.at("kustomize", "images"))) {
      int colon = image.text().lastIndexOf(':');
      if (!image.text().contains("@") && colon > image.text().lastIndexOf('/')) {
        tags.add(new ImageTag(image, image.text().substring(colon + 1)));
      }
    }
    return tags;
  }

  private static void collect(@Nullable Node node, List<ImageTag> tags) {
    if (node instanceof ListNode list) {
      list.items().forEach(item -> collect(item, tags));
    }
    for (MapNode.Entry entry : Fields.entries(node)) {
      if (entry.value() instanceof ScalarNode value && isTag(entry.key().text())) {
        tags.add(new ImageTag(value, value.text()));
      } else {
        collect(entry.value(), tags);
      }
    }
  }

  private static String unquoted(String value) {
    return value.strip().replaceAll("^['\"]|['\"]$", "");
  }

  private static boolean isTag(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
