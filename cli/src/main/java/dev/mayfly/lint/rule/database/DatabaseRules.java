package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class DatabaseRules {
  private DatabaseRules() {}

  public static final List<Rule> ALL =
      List.of(
          new ClusterName(),
          new BootstrapMethods(),
          new IgnoredRecoveryTarget(),
          new RecoveryOwner(),
          new DirectSnapshot(),
          new OutOfReachBackup(),
          new VolumeLayout(),
          new TornSnapshot(),
          new SmallerThanSource(),
          new LonghornSnapshotType(),
          new ArchivingPreview(),
          new MovingImage(),
          new UnguardedCluster(),
          new OwnerManagedTwice(),
          new ClusterResources(),
          new CostlyPreview(),
          new BackupMethod(),
          new KeptSnapshots(),
          new SharedSnapshotDeleted(),
          new RetainedVolume(),
          new InheritedOperatorLabels(),
          new DataSourceInTemplate(),
          new OtherMajor(),
          new ColdBackup(),
          new BackupName(),
          new FiveFieldSchedule(),
          new ImageTwice(),
          new OtherDatabase(),
          new RetainedDatabase(),
          new DatabaseWaves(),
          new PostgresIdentifier(),
          new RoleNewerThanOperator(),
          new DatabaseTwice(),
          new DatabaseElsewhere(),
          new ReservedName(),
          new PowerfulRole(),
          new LargerThanSource(),
          new OtherDriver());
}
