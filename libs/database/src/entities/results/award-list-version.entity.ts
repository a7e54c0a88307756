import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('award_list_versions')
export class AwardListVersion {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'canonical', type: 'text' })
  canonical: string;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;

  @Column({ name: 'reason_code', type: 'text', nullable: true })
  reasonCode: string | null;

  @Column({ name: 'frozen_by', type: 'uuid' })
  frozenBy: string;

  @Column({ name: 'frozen_at', type: 'timestamptz', default: () => 'now()' })
  frozenAt: Date;
}
