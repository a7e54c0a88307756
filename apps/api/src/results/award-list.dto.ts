import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { type AwardListBlocker, type EditionListVersion } from '#results';
import { blockerSentence } from '../http/blocker-texts.js';

export class FreezeAwardListDto {
  /**
   * Why a corrected version is made; required from the second version on.
   * @example score-corrected
   */
  @IsOptional()
  @IsString()
  @Length(3, 60)
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  reasonCode?: string;
}

export class FrozenAwardListDto {
  publicId: string;
  number: number;
  /** SHA-256 of the list's canonical JSON, 64 hex digits. */
  hash: string;
}

export class AwardListBlockerDto {
  code: string;
  /** One sentence in the reader's language. */
  detail: string;
  /** The stage it concerns. */
  stageKey: string | null;
  /** Entry numbers. */
  entries: number[];
  /** The rank of an unresolved tie. */
  rank: number | null;

  static from(blocker: AwardListBlocker, locale: 'zh' | 'en'): AwardListBlockerDto {
    const { code, stageKey, entries, rank } = blocker;
    return { code, stageKey, entries: [...entries], rank, detail: blockerSentence(code, locale, blocker) };
  }
}

export class AwardListVersionDto {
  publicId: string;
  number: number;
  /** frozen → requested → published */
  state: 'frozen' | 'requested' | 'published';
  hash: string;
  /** Entries on the list. */
  items: number;
  /** Places left vacant. */
  vacant: number;
  reasonCode: string | null;
  frozenAt: Date;
  requestedAt: Date | null;
  /** True: somebody else has to publish. */
  requestedByMe: boolean;
  publishedAt: Date | null;

  static from(version: EditionListVersion): AwardListVersionDto {
    const state = version.publishedAt !== null ? 'published' : version.requestedAt !== null ? 'requested' : 'frozen';
    return { ...version, state };
  }
}

export class AwardListsDto {
  /** Newest first. */
  versions: AwardListVersionDto[];
  /** What keeps the next version from being frozen. */
  blockers: AwardListBlockerDto[];
}

export class RequestTieDecisionDto {
  /** The rank at which the tie stands. */
  @IsInt()
  @Min(1)
  @Max(100000)
  rank: number;
}

export class TieDecisionDto {
  id: string;
}
