import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('commitment_salts')
export class CommitmentSalt {
  @PrimaryColumn({ name: 'subject_kind', type: 'text' })
  subjectKind: string;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  @Column({ name: 'salt', type: 'bytea' })
  salt: Buffer;
}
