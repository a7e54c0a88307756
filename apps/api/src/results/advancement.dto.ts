import type { AdvancementPreview } from '#results';
import { blockerSentence } from '../http/blocker-texts.js';

export class AdvancementRuleDto {
  by: 'number' | 'ratio';
  /** A count, or a ratio above 0 and at most 1; decimal string. */
  value: string;
  /** Whose quota it is. */
  scope: 'stage' | 'track' | 'field-group' | 'panel';
}

export class AdvancementBlockerDto {
  code: string;
  detail: string;
}

export class AdvancementRowDto {
  entryNumber: number;
  title: string;
  rank: number | null;
  score: string | null;
  advances: boolean;
  /** It stands in an unresolved tie at the cut: all of the tie advances. */
  tiedAtCut: boolean;
}

export class AdvancementDto {
  /** null: nobody advances from this stage. */
  rule: AdvancementRuleDto | null;
  applied: boolean;
  blockers: AdvancementBlockerDto[];
  /** By rank. */
  rows: AdvancementRowDto[];

  static from({ rule, applied, blockers, rows }: AdvancementPreview, locale: 'zh' | 'en'): AdvancementDto {
    return {
      rule: rule === null ? null : { ...rule },
      applied,
      blockers: blockers.map((code) => ({ code, detail: blockerSentence(code, locale) })),
      rows: [...rows],
    };
  }
}
