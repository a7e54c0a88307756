import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entries')
export class Entry {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'number', type: 'integer', nullable: true })
  number: number | null;

  @Column({ name: 'external_key', type: 'text', nullable: true })
  externalKey: string | null;

  @Column({ name: 'track_id', type: 'uuid' })
  trackId: string;

  @Column({ name: 'track_requires_problem', type: 'boolean' })
  trackRequiresProblem: boolean;

  @Column({ name: 'field_group_id', type: 'uuid', nullable: true })
  fieldGroupId: string | null;

  @Column({ name: 'division_id', type: 'uuid', nullable: true })
  divisionId: string | null;

  @Column({ name: 'enterprise_problem_id', type: 'uuid', nullable: true })
  enterpriseProblemId: string | null;

  @Column({ name: 'country_code', type: 'char', length: 2 })
  countryCode: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'summary', type: 'text', default: '' })
  summary: string;

  @Column({ name: 'language', type: 'text', default: 'zh' })
  language: string;

  @Column({ name: 'nominating_body', type: 'text', nullable: true })
  nominatingBody: string | null;

  @Column({ name: 'nominating_body_id', type: 'uuid', nullable: true })
  nominatingBodyId: string | null;

  @Column({ name: 'nominating_body_by_hand', type: 'boolean', default: false })
  nominatingBodyByHand: boolean;

  @Column({ name: 'lead_user_id', type: 'uuid', nullable: true })
  leadUserId: string | null;

  @Column({ name: 'form_version_id', type: 'uuid', nullable: true })
  formVersionId: string | null;

  @Column({ name: 'form_answers', type: 'jsonb', default: () => `'{}'` })
  formAnswers: unknown;

  @Column({ name: 'state', type: 'text', default: 'draft' })
  state: string;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  /** Submitted after the deadline, by the edition's rule. */
  @Column({ name: 'is_late', type: 'boolean', default: false })
  isLate: boolean;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @Column({ name: 'occurred_on', type: 'date', nullable: true })
  occurredOn: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
