import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('drafts')
export class Draft {
  @PrimaryColumn({ name: 'assignment_id', type: 'uuid' })
  assignmentId: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  /** Null once submitted; the version stays. */
  @Column({ name: 'scores', type: 'jsonb', nullable: true })
  scores: unknown;

  /** Decimal string. */
  @Column({ name: 'deduction', type: 'numeric', nullable: true })
  deduction: string | null;

  /** `SheetComments` of libs/domain, as typed so far. */
  @Column({ name: 'comments', type: 'jsonb', nullable: true })
  comments: unknown;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
