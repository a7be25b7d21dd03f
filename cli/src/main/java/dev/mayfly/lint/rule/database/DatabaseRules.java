package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class DatabaseRules {
  private DatabaseRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("DB001", new ClusterName(), GroupKind.CLUSTER),
          Rule.of("DB002", new BootstrapMethods(), GroupKind.CLUSTER),
          Rule.of("DB003", new IgnoredRecoveryTarget(), GroupKind.CLUSTER),
          Rule.of("DB004", new RecoveryOwner(), GroupKind.CLUSTER),
          Rule.of("DB005", new DirectSnapshot(), GroupKind.CLUSTER),
          Rule.of("DB006", new OutOfReachBackup(), GroupKind.CLUSTER),
          Rule.of("DB007", new VolumeLayout()),
          Rule.of("DB008", new TornSnapshot()),
          Rule.of("DB009", new SmallerThanSource()),
          Rule.of("DB010", new LonghornSnapshotType()),
          Rule.of("DB011", new ArchivingPreview(), GroupKind.CLUSTER),
          Rule.of("DB012", new MovingImage(), GroupKind.CLUSTER),
          Rule.of("DB013", new UnguardedCluster(), GroupKind.CLUSTER),
          Rule.of("DB014", new OwnerManagedTwice(), GroupKind.CLUSTER),
          Rule.of("DB015", new ClusterResources(), GroupKind.CLUSTER),
          Rule.of("DB016", new CostlyPreview(), GroupKind.CLUSTER),
          Rule.of("DB017", new BackupMethod(), GroupKind.BACKUP, GroupKind.SCHEDULED_BACKUP),
          Rule.of("DB018", new KeptSnapshots(), GroupKind.BACKUP),
          Rule.of("DB019", new SharedSnapshotDeleted(), GroupKind.VOLUME_SNAPSHOT_CONTENT),
          Rule.of("DB020", new RetainedVolume(), GroupKind.CLUSTER),
          Rule.of("DB021", new InheritedOperatorLabels(), GroupKind.CLUSTER),
          Rule.of("DB022", new DataSourceInTemplate(), GroupKind.CLUSTER),
          Rule.of("DB024", new OtherMajor()),
          Rule.of("DB025", new ColdBackup(), GroupKind.BACKUP, GroupKind.SCHEDULED_BACKUP),
          Rule.of("DB026", new BackupName(), GroupKind.BACKUP, GroupKind.SCHEDULED_BACKUP),
          Rule.of("DB027", new FiveFieldSchedule(), GroupKind.SCHEDULED_BACKUP),
          Rule.of("DB028", new ImageTwice(), GroupKind.CLUSTER),
          Rule.of("DB029", new OtherDatabase()),
          Rule.of("SH001", new RetainedDatabase(), GroupKind.DATABASE, GroupKind.DATABASE_ROLE),
          Rule.of("SH002", new DatabaseWaves(), GroupKind.DATABASE),
          Rule.of("SH003", new PostgresIdentifier(), GroupKind.DATABASE, GroupKind.DATABASE_ROLE),
          Rule.of("SH004", new RoleNewerThanOperator(), GroupKind.DATABASE_ROLE),
          Rule.of("SH005", new DatabaseTwice()),
          Rule.of("SH006", new DatabaseElsewhere(), GroupKind.DATABASE, GroupKind.DATABASE_ROLE),
          Rule.of("SH007", new ReservedName(), GroupKind.DATABASE, GroupKind.DATABASE_ROLE),
          Rule.of("SH008", new PowerfulRole(), GroupKind.DATABASE_ROLE, GroupKind.CLUSTER),
          Rule.of("DB030", new LargerThanSource()),
          Rule.of("DB031", new OtherDriver()),
          Rule.of("DB032", new SharedArchive()),
          Rule.of("DB033", new UnknownExternalCluster(), GroupKind.CLUSTER));
}
