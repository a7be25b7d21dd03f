package dev.mayfly.walk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is added to the project again and again: the table of {@code
 * docs/contributing.md}. The first three are walked.
 */
record Extension(String what, List<Step> steps) {
  private static final String ANEW = "written by `./verify --update-goldens`";
  private static final String DEAD =
      "dev.mayfly.architecture.DeadMembersTest#everyClassIsUsedByAnother";
  private static final String HELP =
      "dev.mayfly.command.HelpGoldenTest#helpOfTheProgramAndOfEachCommand";
  private static final String PAGES = "dev.mayfly.reference.ReferencePagesTest#";

  static final List<Extension> ALL =
      List.of(
          new Extension("a lint rule", AddingARuleTest.STEPS),
          new Extension("a kind of an overlay", AddingAKindTest.STEPS),
          new Extension("a forge", AddingAForgeTest.STEPS),
          of(
              "a part of the platform set",
              Step.of(
                  "manifest/PlatformKinds.java",
                  "as above, listed here",
                  "dev.mayfly.manifest.CatalogueTest#everyPartOfThePlatformSetIsListed")),
          of(
              "a field of `mayfly.yaml`",
              Step.of(
                  "platform/",
                  "in its record, which reads itself",
                  "dev.mayfly.manifest.SchemaOracleTest#everyNameThatOneKnowsTheOtherKnows"),
              Step.of(
                  "schemas/mayfly.schema.json",
                  "what it means",
                  "dev.mayfly.manifest.SchemaOracleTest#everyNameThatOneKnowsTheOtherKnows"),
              Step.of("docs/reference/", ANEW, PAGES + "everyKeyOfTheSchemaIsOnItsPage")),
          of(
              "a shape",
              Step.of(
                  "examples/shapes/NAME/",
                  "the smallest repository that shows it",
                  "dev.mayfly.command.ExampleGoldenTest#everyGoldenTreeHasItsExample"),
              Step.of(
                  "docs/shapes.md",
                  "one row",
                  "dev.mayfly.command.ShapesPageTest#rowsAndExamplesBelongTogether"),
              Step.of(
                  "golden/shapes/NAME/",
                  ANEW,
                  "dev.mayfly.command.ExampleGoldenTest#everyExampleYieldsItsGolden")),
          of(
              "a combination to refuse",
              Step.of(
                  "platform/",
                  "a class, and its line in `PlatformChecks`",
                  "dev.mayfly.platform.PlatformChecksTest#everyCheckIsListed")),
          of("a gate", Step.of("admission/", "a class, and its line in `Gates.ALL`", DEAD)),
          of(
              "a proof about a bundle",
              Step.of("bundle/", "a class, and its line in `BundleChecks`", DEAD)),
          of(
              "something `adopt` carries over",
              Step.of(
                  "adopt/",
                  "a class, and its line in `Mappings.ALL`",
                  "dev.mayfly.adopt.MappingsTest#everyMappingIsInTheList"),
              Step.of(
                  "cli/src/test/resources/adopt/",
                  "a set that has it",
                  "dev.mayfly.command.AdoptCommandTest#")),
          of(
              "a report format",
              Step.of("report/", "a class, and its constant in `LintFormat`", Step.COMPILER)),
          of(
              "an option",
              Step.of(
                  "command/option/",
                  "a constant, or in the one command that has it; `NAME.add(spec)`",
                  HELP),
              Step.of(
                  "docs/reference/commands.md", ANEW, PAGES + "everyCommandAndOptionIsOnItsPage")),
          of(
              "a command",
              Step.of("command/", "a class, and its line in `CommandCatalog`", DEAD),
              Step.of(
                  "docs/reference/commands.md", ANEW, PAGES + "everyCommandAndOptionIsOnItsPage")),
          of(
              "a library",
              Step.of(
                  "cli/packaging/licences/jars.txt",
                  "one line: its licence",
                  "the image is not built")));

  private static Extension of(String what, Step... steps) {
    return new Extension(what, List.of(steps));
  }

  /** The table, a line for each step. */
  static String table() {
    return "| to add | file | change | who notices if you forget |\n|---|---|---|---|\n"
        + ALL.stream().flatMap(Extension::rows).collect(Collectors.joining());
  }

  private Stream<String> rows() {
    return steps.stream()
        .map(step ->
            "| %s | `%s` | %s | %s |\n"
                .formatted(
                    step == steps.getFirst() ? "**" + what + "**" : "",
                    step.file(),
                    step.change(),
                    step.noticed()));
  }
}
