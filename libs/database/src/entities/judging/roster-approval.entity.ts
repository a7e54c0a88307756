import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('roster_approvals')
export class RosterApproval {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'document', type: 'jsonb' })
  document: unknown;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;

  @Column({ name: 'approved_by', type: 'uuid' })
  approvedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;

  @Column({ name: 'occurred_on', type: 'date', nullable: true })
  occurredOn: string | null;
}
