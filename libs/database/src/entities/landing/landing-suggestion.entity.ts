import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('landing_suggestions')
export class LandingSuggestion {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'is_suggested', type: 'boolean' })
  isSuggested: boolean;

  @Column({ name: 'signals', type: 'jsonb' })
  signals: unknown;

  @Column({ name: 'rule_hash', type: 'bytea' })
  ruleHash: Buffer;

  @Column({ name: 'computed_at', type: 'timestamptz', default: () => 'now()' })
  computedAt: Date;
}
