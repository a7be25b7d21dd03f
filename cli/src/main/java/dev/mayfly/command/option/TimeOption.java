package dev.mayfly.command.option;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Options that say how long something may take. */
final class TimeOption {
  private static final Pattern TIME = Pattern.compile("[0-9]{1,5}[smh]");

  private TimeOption() {}

  static ValueOption<Duration> of(String name, String description) {
    return new ValueOption<>(name, "TIME", List.of(), description, given -> read(name, given));
  }

  private static Duration read(String name, String given) {
    if (!TIME.matcher(given).matches()) {
      throw UsageErrors.usage(
          "`" + name + "` is `" + given + "`, which is not a time", "write `90s`, `10m` or `1h`");
    }
    return Duration.parse("PT" + given.toUpperCase(Locale.ROOT));
  }
}
