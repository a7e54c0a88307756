import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assignments')
export class Assignment {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'stage_entry_id', type: 'uuid' })
  stageEntryId: string;

  @Column({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'position', type: 'integer' })
  position: number;

  @Column({ name: 'voided_at', type: 'timestamptz', nullable: true })
  voidedAt: Date | null;

  @Column({ name: 'void_reason', type: 'text', nullable: true })
  voidReason: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;

  /** Begun in an open stage before the platform asked for declarations of interest. */
  @Column({ name: 'predates_declarations', type: 'boolean', default: false })
  predatesDeclarations: boolean;
}
