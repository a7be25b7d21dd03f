package dev.mayfly.command;

import dev.mayfly.access.PreviewProbe.Expected;
import dev.mayfly.live.Vigil.Limits;
import dev.mayfly.preview.CommitSha;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** How long {@code wait} looks, who it asks, and what the preview has to answer. */
final class WaitOptions {
  static final String BY = "--by";
  static final String APPLICATIONS = "--applications";
  static final String PROBE = "--probe";
  static final List<String> WITNESSES = List.of("argocd", "forge");

  private static final String TIMEOUT = "--timeout";
  private static final String INTERVAL = "--interval";
  private static final String STABLE = "--stable";
  private static final String PATIENCE = "--patience";
  private static final String STATUS = "--expect-status";
  private static final String HEADER = "--expect-header";
  private static final String BODY = "--expect-body";
  private static final String SHA = "{sha}";
  private static final Pattern TIME = Pattern.compile("[0-9]{1,5}[smh]");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

  private WaitOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.choice(BY, WITNESSES, "who is asked; argocd where ARGOCD_SERVER is set"));
    spec.addOption(
        Options.value(
            APPLICATIONS, "FILE", "judge once what kubectl get -o json printed; - is stdin"));
    spec.addOption(Options.value(TIMEOUT, "TIME", "when to give up (10m)"));
    spec.addOption(Options.value(INTERVAL, "TIME", "between two looks (5s)"));
    spec.addOption(Options.value(STABLE, "TIME", "how long it has to be live (10s)"));
    spec.addOption(Options.value(PATIENCE, "TIME", "how long it may be degraded (1m)"));
    spec.addOption(Options.value(PROBE, "PATH", "wait until the preview answers at PATH as well"));
    spec.addOption(Options.value(STATUS, "CODE", "the status of that answer; any 2xx otherwise"));
    spec.addOption(
        Options.value(HEADER, "NAME:TEXT", "a header of it that holds TEXT; {sha} is the commit"));
    spec.addOption(Options.value(BODY, "TEXT", "a text in it; {sha} is the commit"));
  }

  /** Refuses what says nothing beside what is judged once, or where nobody is asked. */
  static void check(ParseResult parsed) {
    if (parsed.hasMatchedOption(APPLICATIONS)) {
      UsageErrors.refuse(
          parsed,
          "beside `" + APPLICATIONS + "`, which is judged once",
          BY,
          TIMEOUT,
          INTERVAL,
          STABLE,
          PATIENCE);
    }
    if (!parsed.hasMatchedOption(PROBE)) {
      UsageErrors.refuse(parsed, "without `" + PROBE + "`", STATUS, HEADER, BODY);
    }
  }

  static Limits limits(ParseResult parsed) {
    return new Limits(
        time(parsed, TIMEOUT, "10m"),
        atLeastASecond(time(parsed, INTERVAL, "5s")),
        time(parsed, STABLE, "10s"),
        time(parsed, PATIENCE, "1m"));
  }

  private static Duration atLeastASecond(Duration given) {
    return given.toSeconds() < 1 ? Duration.ofSeconds(1) : given;
  }

  private static Duration time(ParseResult parsed, String option, String otherwise) {
    String given = parsed.matchedOptionValue(option, otherwise);
    if (!TIME.matcher(given).matches()) {
      throw UsageErrors.usage(
          "`" + option + "` is `" + given + "`, which is no time", "write `90s`, `10m` or `1h`");
    }
    return Duration.parse("PT" + given.toUpperCase(Locale.ROOT));
  }

  /** The page that has to answer, where one is asked. */
  static Optional<String> page(ParseResult parsed) {
    Optional<String> path = Optional.ofNullable(parsed.matchedOptionValue(PROBE, null));
    if (path.filter(given -> !PATH.matcher(given).matches()).isPresent()) {
      throw UsageErrors.usage(
          "`" + PROBE + "` is `" + path.get() + "`, which is no path of a URL",
          "begin it with `/` and encode what is no letter or digit");
    }
    return path;
  }

  static Expected expected(ParseResult parsed, CommitSha commit) {
    Optional<String> status = Optional.ofNullable(parsed.matchedOptionValue(STATUS, null));
    if (status.filter(code -> !code.matches("[1-5][0-9]{2}")).isPresent()) {
      throw UsageErrors.usage("`" + STATUS + "` is `" + status.get() + "`, which is no status", "");
    }
    return new Expected(
        status.map(Integer::valueOf),
        Optional.<String>ofNullable(parsed.matchedOptionValue(HEADER, null))
            .map(text -> header(text, commit)),
        Optional.<String>ofNullable(parsed.matchedOptionValue(BODY, null))
            .map(text -> text.replace(SHA, commit.hex())));
  }

  private static Map.Entry<String, String> header(String given, CommitSha commit) {
    int colon = given.indexOf(':');
    if (colon < 1 || !given.substring(0, colon).matches("[A-Za-z0-9-]+")) {
      throw UsageErrors.usage(
          "`" + HEADER + "` is `" + given + "`, which is no header", "write `NAME: TEXT`");
    }
    String text = given.substring(colon + 1).strip().replace(SHA, commit.hex());
    return Map.entry(given.substring(0, colon), text);
  }
}
