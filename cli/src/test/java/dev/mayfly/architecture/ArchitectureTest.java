package dev.mayfly.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.mayfly.golden.GeneratedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  @Test
  void everyPackageHasItsPlaceInTheTable() {
    Set<String> known =
        PackageTable.LEVELS.stream().flatMap(List::stream).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    Program.CLASSES.forEach(type -> found.add(Program.home(type)));
    assertThat(known).isEqualTo(found);
  }

  @TestFactory
  Stream<DynamicTest> arrowsPointDownwards() {
    return PackageTable.LEVELS.stream()
        .flatMap(List::stream)
        .map(home ->
            DynamicTest.dynamicTest(
                home.isEmpty() ? "Main" : home,
                () ->
                    assertThat(
                            uses(
                                type -> Program.home(type).equals(home),
                                target ->
                                    Program.isOurs(target) && !mayUse(home, Program.home(target))))
                        .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyLibraryHasItsHome() {
    return PackageTable.LIBRARIES.stream()
        .map(library ->
            DynamicTest.dynamicTest(
                library.name() + " in " + library.homes(),
                () -> {
                  Predicate<JavaClass> ofIt = it -> it.getName().startsWith(library.start());
                  assertThat(uses(type -> !library.homes().contains(Program.home(type)), ofIt))
                      .isEmpty();
                  assertThat(library.homes())
                      .allSatisfy(home ->
                          assertThat(uses(it -> Program.home(it).equals(home), ofIt)).isNotEmpty());
                }));
  }

  @Test
  void thePageShowsTheTable() throws IOException {
    GeneratedPart.verify(Path.of("ARCHITECTURE.md"), "packages", PackageTable.text());
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(Program.ROOT + ".(*)..").should().beFreeOfCycles().check(Program.CLASSES);
  }

  @Test
  void commandsHaveRooms() {
    for (int i = 0; i < PackageTable.ROOMS.size(); i++) {
      String room = Program.ROOT + "." + PackageTable.ROOMS.get(i);
      List<String> above =
          PackageTable.ROOMS.stream().skip(i + 1L).map(it -> Program.ROOT + "." + it).toList();
      assertThat(Program.CLASSES).anyMatch(type -> type.getPackageName().equals(room));
      assertThat(
              uses(
                  type -> type.getPackageName().equals(room),
                  target -> above.contains(target.getPackageName())))
          .isEmpty();
    }
  }

  private static boolean mayUse(String from, String to) {
    return from.equals(to) || PackageTable.level(to) < PackageTable.level(from);
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
