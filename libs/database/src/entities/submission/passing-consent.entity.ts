import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('passing_consents')
export class PassingConsent {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'office_id', type: 'uuid' })
  officeId: string;

  @Column({ name: 'version', type: 'text' })
  version: string;

  @Column({ name: 'given_by', type: 'uuid', nullable: true })
  givenBy: string | null;

  @Column({ name: 'given_at', type: 'timestamptz', default: () => 'now()' })
  givenAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
