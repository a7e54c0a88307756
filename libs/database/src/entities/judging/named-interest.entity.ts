import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('named_interests')
export class NamedInterestRow {
  @PrimaryColumn({ name: 'statement_id', type: 'uuid' })
  statementId: string;

  @PrimaryColumn({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'unit', type: 'text', nullable: true })
  unit: string | null;

  @Column({ name: 'from_year', type: 'smallint', nullable: true })
  fromYear: number | null;

  @Column({ name: 'until_year', type: 'smallint', nullable: true })
  untilYear: number | null;
}
