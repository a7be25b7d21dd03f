package dev.mayfly.command.option;

import dev.mayfly.access.PreviewProbe.Expected;
import dev.mayfly.live.WaitLoop.Limits;
import dev.mayfly.preview.CommitSha;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** How long {@code wait} looks, who it asks, and what the preview has to answer. */
public final class WaitOptions {
  public static final ValueOption<String> APPLICATIONS =
      ValueOption.text(
          "--applications", "FILE", "judge once what kubectl get -o json printed; - is stdin");
  public static final ValueOption<String> PROBE =
      ValueOption.text("--probe", "PATH", "wait until the preview answers at PATH as well");

  private static final ValueOption<Duration> INTERVAL =
      ValueOption.time("--interval", "between two looks (5s)");
  private static final ValueOption<Duration> STABLE =
      ValueOption.time("--stable", "how long it has to be live (10s)");
  private static final ValueOption<Duration> PATIENCE =
      ValueOption.time("--patience", "how long it may be degraded (1m)");
  private static final ValueOption<String> STATUS =
      ValueOption.text("--expect-status", "CODE", "the status of that answer; any 2xx otherwise");
  private static final ValueOption<String> HEADER =
      ValueOption.text(
          "--expect-header", "NAME:TEXT", "a header of it that holds TEXT; {sha} is the commit");
  private static final ValueOption<String> BODY =
      ValueOption.text("--expect-body", "TEXT", "a text in it; {sha} is the commit");
  private static final String SHA = "{sha}";
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

  /** Who is asked. */
  public enum Asked {
    ARGOCD,
    FORGE
  }

  public static final ValueOption<Asked> BY =
      ValueOption.choice("--by", Asked.values(), "who is asked; argocd where ARGOCD_SERVER is set");

  private WaitOptions() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, BY, APPLICATIONS, INTERVAL, STABLE, PATIENCE, PROBE, STATUS, HEADER, BODY);
  }

  /** Refuses what says nothing beside what is judged once, or where nobody is asked. */
  public static void check(Invocation invocation) {
    if (APPLICATIONS.isGivenIn(invocation)) {
      UsageErrors.refuse(
          invocation,
          "beside `" + APPLICATIONS.name() + "`, which is judged once",
          BY,
          GlobalOptions.TIMEOUT,
          INTERVAL,
          STABLE,
          PATIENCE);
    }
    if (!PROBE.isGivenIn(invocation)) {
      UsageErrors.refuse(invocation, "without `" + PROBE.name() + "`", STATUS, HEADER, BODY);
    }
  }

  public static Limits limits(Invocation invocation) {
    return new Limits(
        GlobalOptions.TIMEOUT.in(invocation).orElse(Duration.ofMinutes(10)),
        atLeastASecond(INTERVAL.in(invocation).orElse(Duration.ofSeconds(5))),
        STABLE.in(invocation).orElse(Duration.ofSeconds(10)),
        PATIENCE.in(invocation).orElse(Duration.ofMinutes(1)));
  }

  private static Duration atLeastASecond(Duration given) {
    return given.toSeconds() < 1 ? Duration.ofSeconds(1) : given;
  }

  /** The page that has to answer, where one is asked. */
  public static Optional<String> page(Invocation invocation) {
    Optional<String> path = PROBE.in(invocation);
    if (path.filter(given -> !PATH.matcher(given).matches()).isPresent()) {
      throw UsageErrors.usage(
          "`" + PROBE.name() + "` is `" + path.get() + "`, which is not a path of a URL",
          "begin it with `/` and encode what is not a letter or digit");
    }
    return path;
  }

  public static Expected expected(Invocation invocation, CommitSha commit) {
    Optional<String> status = STATUS.in(invocation);
    if (status.filter(code -> !code.matches("[1-5][0-9]{2}")).isPresent()) {
      throw UsageErrors.usage(
          "`" + STATUS.name() + "` is `" + status.get() + "`, which is not a status", "");
    }
    return new Expected(
        status.map(Integer::valueOf),
        HEADER.in(invocation).map(text -> header(text, commit)),
        BODY.in(invocation).map(text -> text.replace(SHA, commit.hex())));
  }

  private static Map.Entry<String, String> header(String given, CommitSha commit) {
    int colon = given.indexOf(':');
    if (colon < 1 || !given.substring(0, colon).matches("[A-Za-z0-9-]+")) {
      throw UsageErrors.usage(
          "`" + HEADER.name() + "` is `" + given + "`, which is not a header",
          "write `NAME: TEXT`");
    }
    String text = given.substring(colon + 1).strip().replace(SHA, commit.hex());
    return Map.entry(given.substring(0, colon), text);
  }
}
