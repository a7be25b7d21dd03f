package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repository with the preview 7, and clusters that hold something of it or of one that is gone.
 */
abstract class LeakStates {
  static final String APPLICATION = "argoproj.io/v1alpha1 Application";
  static final String CONTENT = "snapshot.storage.k8s.io/v1 VolumeSnapshotContent";
  static final String FINALIZER = "\"finalizers\":[\"resources-finalizer.argocd.argoproj.io\"]";

  @TempDir Path temp;
  DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    world.pull(7);
    assertThat(world.open(7).code()).isZero();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  CommandLineRun leaks(ClusterDump dump, String... more) {
    dump.writeTo(world.directory.resolve("cluster.json"));
    return world.run(
        Stream.concat(Stream.of("leaks", "cluster.json"), Stream.of(more)).toArray(String[]::new));
  }

  /** A golden in the folder for each state of a cluster. */
  Stream<DynamicTest> goldens(Path folder, Map<String, UnaryOperator<ClusterDump>> states) {
    return states.entrySet().stream()
        .map(state ->
            DynamicTest.dynamicTest(
                state.getKey(),
                () ->
                    GoldenFiles.verifyFile(
                        folder.resolve(state.getKey() + ".txt"),
                        leaks(state.getValue().apply(ClusterDump.whole()))
                            .transcript("leaks", "cluster.json"))));
  }
}
