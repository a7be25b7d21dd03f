package dev.mayfly.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which, and where each library is at home. */
class ArchitectureTest {
  /** Bottom up. A package may use those of lower lines, never those of its own or a higher one. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("diagnostic"),
          Set.of("yaml"),
          Set.of("template", "cel", "kind"),
          Set.of("preview"),
          Set.of("image"),
          Set.of("platform"),
          Set.of("facts", "capacity"),
          Set.of("manifest"),
          Set.of("git", "forge", "event", "argocd", "registry"),
          Set.of("lint", "workspace"),
          Set.of("admission"),
          Set.of("delivery"),
          Set.of("bundle", "access", "adopt", "change", "leak"),
          Set.of("report", "live"),
          Set.of("command"),
          Set.of(""));

  /** The words of the house: every package may use them, as long as no cycle comes of it. */
  private static final Set<String> WORDS = Set.of("diagnostic", "yaml", "preview");

  /** The packages that may touch a library, by the start of its package names. */
  private static final Map<String, Set<String>> HOMES =
      Map.ofEntries(
          Map.entry("picocli.", Set.of("command")),
          Map.entry("org.eclipse.jgit.", Set.of("git")),
          Map.entry("org.apache.sshd.", Set.of("git")),
          Map.entry("org.snakeyaml.", Set.of("yaml")),
          Map.entry("com.networknt.", Set.of("yaml")),
          Map.entry("tools.jackson.", Set.of("yaml")),
          Map.entry("io.fabric8.", Set.of("yaml")),
          Map.entry("java.net.http.", Set.of("forge", "access", "registry")),
          Map.entry("land.oras.", Set.of("registry")),
          Map.entry("com.google.re2j.", Set.of("argocd")));

  @Test
  void everyPackageHasItsPlaceInTheTable() {
    Set<String> known = LEVELS.stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    Program.CLASSES.forEach(type -> found.add(Program.home(type)));
    assertThat(known).containsAll(found);
  }

  @TestFactory
  Stream<DynamicTest> arrowsPointDownwards() {
    return LEVELS.stream()
        .flatMap(Set::stream)
        .map(
            home ->
                DynamicTest.dynamicTest(
                    home.isEmpty() ? "Main" : home,
                    () ->
                        assertThat(
                                uses(
                                    type -> Program.home(type).equals(home),
                                    target ->
                                        Program.isOurs(target)
                                            && !mayUse(home, Program.home(target))))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyLibraryHasItsHome() {
    return new LinkedHashMap<>(HOMES)
        .entrySet().stream()
            .map(
                library ->
                    DynamicTest.dynamicTest(
                        library.getKey() + " in " + library.getValue(),
                        () ->
                            assertThat(
                                    uses(
                                        type -> !library.getValue().contains(Program.home(type)),
                                        target -> target.getName().startsWith(library.getKey())))
                                .isEmpty()));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(Program.ROOT + ".(*)..").should().beFreeOfCycles().check(Program.CLASSES);
  }

  /** Of the rooms of {@code command}, bottom up: none knows one above it. */
  @Test
  void commandsHaveRooms() {
    List<String> rooms = List.of(".console", ".option", ".composition", "");
    for (int i = 0; i < rooms.size(); i++) {
      String room = Program.ROOT + ".command" + rooms.get(i);
      List<String> above =
          rooms.stream().skip(i + 1L).map(it -> Program.ROOT + ".command" + it).toList();
      assertThat(Program.CLASSES).anyMatch(type -> type.getPackageName().equals(room));
      assertThat(
              uses(
                  type -> type.getPackageName().equals(room),
                  target -> above.contains(target.getPackageName())))
          .isEmpty();
    }
  }

  private static boolean mayUse(String from, String to) {
    return from.equals(to) || WORDS.contains(to) || level(to) < level(from);
  }

  private static int level(String home) {
    for (int i = 0; i < LEVELS.size(); i++) {
      if (LEVELS.get(i).contains(home)) {
        return i;
      }
    }
    return LEVELS.size();
  }

  private static List<String> uses(Predicate<JavaClass> from, Predicate<JavaClass> to) {
    return Program.CLASSES.stream()
        .filter(from)
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> to.test(dependency.getTargetClass().getBaseComponentType()))
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }
}
