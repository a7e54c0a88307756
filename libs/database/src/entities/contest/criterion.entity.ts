import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('criteria')
export class Criterion {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'rules_version_id', type: 'uuid' })
  rulesVersionId: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'minimum', type: 'numeric' })
  minimum: string;

  @Column({ name: 'maximum', type: 'numeric' })
  maximum: string;

  @Column({ name: 'step', type: 'numeric' })
  step: string;

  @Column({ name: 'factor', type: 'numeric' })
  factor: string;

  @Column({ name: 'counted', type: 'boolean' })
  counted: boolean;
}
