import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { landingWays, type EntryForm, type LandingWay } from '#landing';
import type { OwnEntry, OwnEntrySummary, SubmissionReceipt } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { AskedFormDto } from './form.dto.js';
import { EntryFileDto } from './entry-file.dto.js';

export class TeamMemberDto {
  /** Of the person in the team, the same over versions; new people may come with a uuid of their own, or with none. */
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsIn(['lead', 'member', 'adviser'])
  role: 'lead' | 'member' | 'adviser';

  /** As typed; a name is never split. */
  @IsString()
  @Length(1, 120)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  organisation?: string;
}

export class LandingDeclarationDto {
  @IsOptional()
  @IsIn(landingWays)
  way?: LandingWay;

  /** Districts or parks in order of preference. */
  @IsArray()
  @ArrayMaxSize(3)
  @IsString({ each: true })
  districts: string[];

  /** Yuan, a decimal string. */
  @IsOptional()
  @Matches(/^\d{1,13}(\.\d{1,2})?$/)
  investmentYuan?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  timetableMonths?: number;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  needs: string[];

  @IsBoolean()
  localPartner: boolean;
}

export class EntryFormDto {
  @IsString()
  @MaxLength(60)
  trackKey: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  fieldGroupKey?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  divisionKey?: string;

  /** Number of the enterprise problem that the entry answers, where its track requires one. */
  @IsOptional()
  @IsInt()
  @Min(1)
  enterpriseProblemNumber?: number;

  /** ISO 3166-1 alpha-2. */
  @Matches(/^[A-Z]{2}$/)
  countryCode: string;

  @IsString()
  @Length(1, 200)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  summary?: string;

  @IsIn(['zh', 'en'])
  language: 'zh' | 'en';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  nominatingBody?: string;

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => TeamMemberDto)
  members: TeamMemberDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => LandingDeclarationDto)
  landing?: LandingDeclarationDto;

  /** Answers to the edition's own fields, by their keys: texts, lists, or objects as the field's kind has them. */
  @IsOptional()
  @IsObject()
  formAnswers?: Record<string, unknown>;

  /** Takes the newest form in place of the one that the entry was begun with. */
  @IsOptional()
  @IsBoolean()
  adoptsForm?: boolean;

  /** `draft.version` that these answers are made over. 412 `revision-stale` where others were kept since. */
  @IsOptional()
  @IsInt()
  @Min(0)
  seenDraft?: number;

  static toForm({ landing, ...answers }: EntryFormDto): EntryForm {
    return { answers, landing: landing ?? null };
  }
}

export class SubmitEntryDto {
  /** `draft.version` that the page shows: nobody submits what somebody else has typed meanwhile. 412 `revision-stale`. */
  @IsOptional()
  @IsInt()
  @Min(0)
  seenDraft?: number;
}

export class EntryCreatedDto {
  publicId: string;
  state: 'draft';
}

export class SubmissionReceiptDto {
  /** Within the edition, from 1. */
  number: number;
  /** Hash of the ledger event, 64 hex digits. */
  receipt: string;
  submittedAt: string;
  version: number;
  /** Submitted after the deadline, by the edition's rule. */
  isLate: boolean;
  /** The files that the version names, with what has become of each since. */
  files: EntryFileDto[];

  static from(given: SubmissionReceipt): SubmissionReceiptDto {
    const files = given.files.map((file) => EntryFileDto.from(file));
    const { number, receipt, version, isLate } = given;
    return { number, receipt, submittedAt: given.submittedAt.toISOString(), version, isLate, files };
  }
}

export class EntryDraftDto {
  /** What stands in the form, right or wrong, as the page wants it back. */
  @IsObject()
  document: Record<string, unknown>;
}

export class DraftKeptDto {
  version: number;
}

export class KeptDraftDto {
  /** 0 where nothing was ever kept. */
  version: number;
  /** Null where the answers have it all. */
  document: Record<string, unknown> | null;
}

export class EntryRevisedDto {
  /** Of the further version of a submitted entry; null for a draft, which has none. */
  receipt: SubmissionReceiptDto | null;

  static from(receipt: SubmissionReceipt | null): EntryRevisedDto {
    return { receipt: receipt && SubmissionReceiptDto.from(receipt) };
  }
}

export class EntryEditionDto {
  slug: string;
  name: NameDto;
  isDemo: boolean;
}

export class EntryTrackDto {
  name: NameDto;
}

export class OwnEntrySummaryDto {
  publicId: string;
  edition: EntryEditionDto;
  /** Null while it is a draft. */
  number: number | null;
  state: 'draft' | 'submitted' | 'withdrawn';
  title: string;
  track: EntryTrackDto;
  submittedAt: string | null;
  /** Whether the entry window is open now. */
  isOpen: boolean;

  static from(entry: OwnEntrySummary): OwnEntrySummaryDto {
    const { publicId, edition, number, state, title, track, isOpen } = entry;
    const submittedAt = entry.submittedAt?.toISOString() ?? null;
    return { publicId, edition, number, state, title, track, submittedAt, isOpen };
  }
}

export class OwnEntriesDto {
  entries: OwnEntrySummaryDto[];

  static from(entries: Parameters<typeof OwnEntrySummaryDto.from>[0][]): OwnEntriesDto {
    return { entries: entries.map((entry) => OwnEntrySummaryDto.from(entry)) };
  }
}

export class OwnEntryDto extends OwnEntrySummaryDto {
  /** Of the latest version: 0 while it is a draft. */
  version: number;
  form: EntryFormDto;
  asked: AskedFormDto;
  /** Whether the reader leads the entry: submits, withdraws, and sees to the team. */
  isLead: boolean;
  /** Whether the reader may change answers and files. */
  mayEdit: boolean;
  /** What was typed since the answers were kept. */
  draft: KeptDraftDto;

  static of(entry: OwnEntry, landing: EntryForm['landing']): OwnEntryDto {
    const form = { ...entry.answers, ...(landing && { landing }) };
    const given = { ...(withoutNulls(form) as EntryFormDto), formAnswers: entry.answers.formAnswers };
    return {
      ...OwnEntrySummaryDto.from(entry),
      ...{ version: entry.version, isLead: entry.isLead, mayEdit: entry.mayEdit },
      form: given,
      asked: AskedFormDto.from(entry.form),
      draft: { version: entry.draft.version, document: entry.draft.document && { ...entry.draft.document } },
    };
  }
}

/** Fields left open are absent, as in what was sent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutNulls(field)]));
}
