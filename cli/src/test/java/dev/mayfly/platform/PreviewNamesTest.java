package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No two previews share a name, for any platform that is accepted and any numbers. */
class PreviewNamesTest {
  private static final int PLATFORMS = 600;
  private static final List<Integer> NUMBERS =
      List.of(
          1,
          2,
          7,
          10,
          11,
          12,
          17,
          70,
          71,
          77,
          100,
          101,
          110,
          111,
          112,
          121,
          177,
          711,
          1111,
          2147483647);

  @Test
  @Tag("slow")
  void previewsOfAnAcceptedPlatformNeverShareAName() {
    RandomGenerator random = new SplittableRandom(4711);
    int accepted = 0;
    for (int i = 0; i < PLATFORMS; i++) {
      String platform = platform(random);
      Optional<LoadedPlatform> loaded = load(platform);
      if (loaded.isPresent()) {
        accepted++;
        assertAllNamesDiffer(loaded.get(), platform);
      }
    }
    assertThat(accepted).isGreaterThan(PLATFORMS / 20);
  }

  private static void assertAllNamesDiffer(LoadedPlatform loaded, String platform) {
    Map<String, String> owners = new HashMap<>();
    for (Blueprint blueprint : loaded.blueprints()) {
      for (int number : NUMBERS) {
        String preview = blueprint.app().name() + " #" + number;
        PreviewNames names = blueprint.names();
        claim("namespace", names.namespace(), number, preview, owners, platform);
        claim("application", names.application(), number, preview, owners, platform);
        names.hosts().stream()
            .distinct()
            .forEach(host -> claim("host", host, number, preview, owners, platform));
        names
            .database()
            .ifPresent(database -> {
              claim("object", database.object(), number, preview, owners, platform);
              claim("identifier", database.database(), number, preview, owners, platform);
            });
      }
    }
  }

  private static void claim(
      String kind,
      Text name,
      int number,
      String preview,
      Map<String, String> owners,
      String platform) {
    String bound = name.bind(new Numbered(number));
    String before = owners.put(kind + " " + bound, preview);
    assertThat(before).as("%s `%s` in%n%s", kind, bound, platform).isNull();
  }

  private static String platform(RandomGenerator random) {
    String text = Examples.platform("primitives");
    String app = text.substring(text.indexOf("    - name: orders"));
    StringBuilder apps = new StringBuilder();
    List<String> names = List.of("a", "a1", "a-1", "pr", "x");
    int first = random.nextInt(names.size() - 1);
    for (String name : names.subList(first, first + 2)) {
      apps.append(app.replace("name: orders\n", "name: " + name + "\n"));
    }
    String naming = "  naming:\n";
    for (String field : List.of("namespace", "application", "host", "database")) {
      if (random.nextInt(4) > 0) {
        naming += "    " + field + ": \"" + pattern(random) + "\"\n";
      }
    }
    boolean none = naming.equals("  naming:\n");
    return text.substring(0, text.indexOf("  apps:\n")) + (none ? "" : naming) + "  apps:\n" + apps;
  }

  private static String pattern(RandomGenerator random) {
    List<String> pieces = new ArrayList<>(List.of("${pr.number}"));
    for (String piece : List.of("${app.name}", "-", "-", "1", "a")) {
      if (random.nextInt(3) > 0) {
        pieces.add(random.nextInt(pieces.size() + 1), piece);
      }
    }
    return "p" + String.join("", pieces);
  }

  private static Optional<LoadedPlatform> load(String text) {
    try {
      return Optional.of(PlatformLoader.load("mayfly.yaml", text.getBytes(StandardCharsets.UTF_8)));
    } catch (ProblemsException refused) {
      return Optional.empty();
    }
  }

  private record Numbered(int number) implements Binding {
    @Override
    public String literal(String text) {
      return text;
    }

    @Override
    public String fact(Fact fact) {
      return Integer.toString(number);
    }
  }
}
