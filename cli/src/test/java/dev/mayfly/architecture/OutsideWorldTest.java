package dev.mayfly.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Only the command layer knows streams, environment, clock, chance and the end of the process. */
class OutsideWorldTest {
  private static final Set<String> DOORS = Set.of("", "command");

  /** Classes that may start another program; the reason stands beside each. */
  private static final Set<String> MAY_START_PROGRAMS =
      // What kustomize and Helm make of a bundle, nothing but they can say.
      Set.of("dev.mayfly.command.composition.ConfinedProgram");

  private static final Set<String> WORLD =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.exit",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Math.random",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.ZoneId.systemDefault",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.Locale.getDefault",
          "java.util.Locale.setDefault",
          "java.util.TimeZone.getDefault",
          "java.util.TimeZone.setDefault",
          "java.lang.Throwable.printStackTrace");

  private static final Set<String> PROGRAMS =
      Set.of("java.lang.ProcessBuilder.<init>", "java.lang.Runtime.exec");

  @Test
  void onlyTheCommandLayerTouchesTheWorld() {
    assertThat(accesses(type -> !DOORS.contains(Program.home(type)), WORLD)).isEmpty();
  }

  @Test
  void nothingStartsOtherPrograms() {
    assertThat(accesses(type -> !MAY_START_PROGRAMS.contains(type.getName()), PROGRAMS)).isEmpty();
  }

  @Test
  void theTestCanSeeSuchAccess() {
    assertThat(accesses(type -> Program.home(type).equals("command"), WORLD)).isNotEmpty();
  }

  private static List<String> accesses(Predicate<JavaClass> from, Set<String> members) {
    return Program.CLASSES.stream()
        .filter(from)
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> members.contains(member(access)))
        .map(JavaAccess::getDescription)
        .sorted()
        .toList();
  }

  private static String member(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getName();
  }
}
