import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation_names')
export class OrganisationName {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'language', type: 'text' })
  language: string;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'grams', type: 'text', array: true })
  grams: string[];

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
