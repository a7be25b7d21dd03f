package dev.mayfly.lint;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a corpus, each read once.
 *
 * @param read what each of them gave
 * @param paths those of all, also of links, which are not followed
 * @param named the paths that the user named
 * @param problems what finding them met, and which are left alone
 */
record ReadFiles(
    List<InputFile> files,
    List<ReadFile> read,
    Set<String> paths,
    Set<String> named,
    List<Problem> problems) {

  /**
   * Reads what was found.
   *
   * @param known what was read before: the very same bytes give the same
   * @param step is told how many files are read
   */
  static ReadFiles of(FileFinder.Found found, Map<InputFile, ReadFile> known, Activity.Step step) {
    List<InputFile> files = found.files();
    Set<String> paths = files.stream().map(InputFile::path).collect(Collectors.toSet());
    // A link is not followed, but something is there.
    found.problems().stream()
        .filter(it -> it.id().equals("link"))
        .flatMap(it -> Stream.ofNullable(it.location()))
        .forEach(it -> paths.add(it.file()));
    ForeignTemplates foreign = new ForeignTemplates(paths);
    List<ReadFile> read =
        SharedWork.map(files, step, file -> ReadFile.of(file, foreign, known.get(file)));
    List<Problem> problems = new ArrayList<>(found.problems());
    problems.addAll(foreign.notes());
    Set<String> named =
        files.stream().filter(InputFile::named).map(InputFile::path).collect(Collectors.toSet());
    return new ReadFiles(files, read, Collections.unmodifiableSet(paths), named, problems);
  }

  /** What each file gave, for a reading that has some of them again. */
  Map<InputFile, ReadFile> byFile() {
    Map<InputFile, ReadFile> byFile = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      byFile.put(files.get(i), read.get(i));
    }
    return byFile;
  }
}
