package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ChartValue;
import dev.mayfly.lint.view.SourceView;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A chart is given the same host for every preview. */
public final class OneHostForAll implements GeneratedSourceRule {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*[.])?(?:ingress|route|httproute|gateway|virtualservice)\\w*(?:[.].*)?"
              + "(?:hosts?|hostnames?)(?:\\[\\d+])?(?:[.](?:host|name))?");
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  /** Most likely the chart's own host, and perhaps one that it talks to. */
  private static final Pattern BARE =
      Pattern.compile("(?:global[.])?(?:app|public|external|web)?[_-]?host(?:name)?");

  /** What only a cluster resolves, and addresses. */
  private static final Pattern INSIDE =
      Pattern.compile(".*[.](?:svc|local|internal|[0-9]+)|.*[.]svc[.].*");

  /** A host has 253 characters at most; a longer name of a value is nobody's. */
  private static final int LONGEST = 253;

  @Override
  public void check(ApplicationView application, SourceView source, Findings out) {
    List<ChartValue> values = ChartValue.of(source);
    Set<String> told = told(values);
    for (ChartValue value : values) {
      String name = value.name().toLowerCase(Locale.ROOT);
      String message = "`" + value.name() + "` is `" + value.text() + "`";
      if (!isHost(value) || told.contains(block(name, name.indexOf("ost")))) {
        continue;
      }
      if (NAME.matcher(name).matches()) {
        out.add(value.place(), message);
      } else if (BARE.matcher(name).matches() && !INSIDE.matcher(value.text()).matches()) {
        out.unverifiable(
            value.place(), message, "look whether the chart gives it to an Ingress or a route");
      }
    }
  }

  private static boolean isHost(ChartValue value) {
    return value.name().length() <= LONGEST
        && value.text().length() <= LONGEST
        && HOST.matcher(value.text()).matches();
  }

  /** The blocks that hold something which tells previews apart, or that are switched off. */
  private static Set<String> told(List<ChartValue> values) {
    Set<String> told = new HashSet<>();
    for (ChartValue value : values) {
      String name = value.name();
      boolean off =
          name.toLowerCase(Locale.ROOT).endsWith("enabled") && value.text().equals("false");
      if ((off || value.isFilledIn()) && name.length() <= LONGEST) {
        String at = block(name, name.length());
        do {
          told.add(at);
          at = at.isEmpty() ? at : block(at, at.length() - 1);
        } while (!at.isEmpty());
      }
    }
    return told;
  }

  /** The name up to the last dot before a place, with that dot. */
  private static String block(String name, int before) {
    return name.substring(0, name.lastIndexOf('.', before - 1) + 1);
  }
}
