import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consents')
export class Consent {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'entry_id', type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ name: 'purpose', type: 'text' })
  purpose: string;

  @Column({ name: 'basis', type: 'text' })
  basis: string;

  @Column({ name: 'version', type: 'text' })
  version: string;

  @Column({ name: 'given_at', type: 'timestamptz', default: () => 'now()' })
  givenAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
