package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PlatformChecksTest {
  @Test
  void everyCheckIsListed() {
    TreeSet<String> listed = new TreeSet<>();
    PlatformChecks.ALL.forEach(check -> listed.add(check.getClass().getSimpleName()));
    TreeSet<String> existing = new TreeSet<>();
    new ClassFileImporter()
        .importPackages("dev.mayfly.platform").stream()
            .filter(type -> type.isAssignableTo(PlatformChecks.Check.class) && !type.isInterface())
            .forEach(type -> existing.add(type.getSimpleName()));
    assertThat(listed).isEqualTo(existing).hasSameSizeAs(PlatformChecks.ALL);
  }
}
