import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rules_locks')
export class RulesLock {
  @PrimaryColumn({ name: 'rules_version_id', type: 'uuid' })
  rulesVersionId: string;

  @Column({ name: 'locked_by', type: 'uuid' })
  lockedBy: string;

  @Column({ name: 'locked_at', type: 'timestamptz', default: () => 'now()' })
  lockedAt: Date;
}
