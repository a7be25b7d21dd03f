package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class DatabaseRules {
  private DatabaseRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("DB001", new ClusterName()),
          Rule.of("DB002", new BootstrapMethods()),
          Rule.of("DB003", new IgnoredRecoveryTarget()),
          Rule.of("DB004", new RecoveryOwner()),
          Rule.of("DB005", new DirectSnapshot()),
          Rule.of("DB006", new OutOfReachBackup()),
          Rule.of("DB007", new VolumeLayout()),
          Rule.of("DB008", new TornSnapshot()),
          Rule.of("DB009", new SmallerThanSource()),
          Rule.of("DB010", new LonghornSnapshotType()),
          Rule.of("DB011", new ArchivingPreview()),
          Rule.of("DB012", new MovingImage()),
          Rule.of("DB013", new UnguardedCluster()),
          Rule.of("DB014", new OwnerManagedTwice()),
          Rule.of("DB015", new ClusterResources()),
          Rule.of("DB016", new CostlyPreview()),
          Rule.of("DB017", new BackupMethod()),
          Rule.of("DB018", new KeptSnapshots()),
          Rule.of("DB019", new SharedSnapshotDeleted()),
          Rule.of("DB020", new RetainedVolume()),
          Rule.of("DB021", new InheritedOperatorLabels()),
          Rule.of("DB022", new DataSourceInTemplate()),
          Rule.of("DB024", new OtherMajor()),
          Rule.of("DB025", new ColdBackup()),
          Rule.of("DB026", new BackupName()),
          Rule.of("DB027", new FiveFieldSchedule()),
          Rule.of("DB028", new ImageTwice()),
          Rule.of("DB029", new OtherDatabase()),
          Rule.of("SH001", new RetainedDatabase()),
          Rule.of("SH002", new DatabaseWaves()),
          Rule.of("SH003", new PostgresIdentifier()),
          Rule.of("SH004", new RoleNewerThanOperator()),
          Rule.of("SH005", new DatabaseTwice()),
          Rule.of("SH006", new DatabaseElsewhere()),
          Rule.of("SH007", new ReservedName()),
          Rule.of("SH008", new PowerfulRole()),
          Rule.of("DB030", new LargerThanSource()),
          Rule.of("DB031", new OtherDriver()),
          Rule.of("DB032", new SharedArchive()),
          Rule.of("DB033", new UnknownExternalCluster()));
}
