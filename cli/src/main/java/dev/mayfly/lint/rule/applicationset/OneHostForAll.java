package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ChartValue;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A chart is given the same host for every preview. */
public final class OneHostForAll implements SetRule {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*[.])?(?:ingress|route|httproute|gateway|virtualservice)\\w*(?:[.].*)?"
              + "(?:hosts?|hostnames?)(?:\\[\\d+])?(?:[.](?:host|name))?");
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        List<ChartValue> values = ChartValue.of(source);
        values.stream()
            .filter(it -> isHost(it) && !isTold(it, values))
            .forEach(it -> out.add(it.at(), "`" + it.name() + "` is `" + it.text() + "`"));
      }
    }
  }

  private static boolean isHost(ChartValue value) {
    return NAME.matcher(value.name().toLowerCase(Locale.ROOT)).matches()
        && HOST.matcher(value.text()).matches();
  }

  /** Whether something beside the host tells previews apart, or nothing uses it. */
  private static boolean isTold(ChartValue host, List<ChartValue> values) {
    int dot = host.name().lastIndexOf('.', host.name().indexOf("host"));
    String block = host.name().substring(0, Math.max(dot + 1, 0));
    return values.stream()
        .filter(it -> it.name().startsWith(block))
        .anyMatch(
            it ->
                it.isFilledIn()
                    || (it.name().toLowerCase(Locale.ROOT).endsWith("enabled")
                        && it.text().equals("false")));
  }
}
