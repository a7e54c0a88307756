import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation_acts')
export class OrganisationAct {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'detail', type: 'jsonb' })
  detail: unknown;

  @Column({ name: 'acted_by', type: 'uuid' })
  actedBy: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
