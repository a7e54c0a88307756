import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('judges')
export class Judge {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId: string | null;

  @Column({ name: 'kind', type: 'text', nullable: true })
  kind: string | null;

  @Column({ name: 'is_active', type: 'boolean', default: false })
  isActive: boolean;

  @Column({ name: 'external_key', type: 'text', nullable: true })
  externalKey: string | null;

  @Column({ name: 'employer', type: 'text', nullable: true })
  employer: string | null;

  @Column({ name: 'employer_id', type: 'uuid', nullable: true })
  employerId: string | null;

  @Column({ name: 'employer_by_hand', type: 'boolean', default: false })
  employerByHand: boolean;

  @Column({ name: 'keywords', type: 'text', array: true, default: [] })
  keywords: string[];

  @Column({ name: 'languages', type: 'text', array: true, default: [] })
  languages: string[];

  @Column({ name: 'least_entries', type: 'integer', default: 0 })
  leastEntries: number;

  @Column({ name: 'most_entries', type: 'integer', nullable: true })
  mostEntries: number | null;

  @Column({ name: 'is_substitute', type: 'boolean', default: false })
  isSubstitute: boolean;

  @Column({ name: 'available_from', type: 'date', nullable: true })
  availableFrom: string | null;

  @Column({ name: 'available_until', type: 'date', nullable: true })
  availableUntil: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
