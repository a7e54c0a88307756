import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import {
  candidateStates,
  type CandidateState,
  type EvidenceCode,
  evidenceWeights,
} from '#domain/conflict/conflict-evidence';
import { type CandidatePage, conflictReasons, type ConflictReason, type StageCandidate } from '#judging';
import { LabelDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';
import { WallPageQueryDto } from './wall-detail.dto.js';

export const evidenceVersionPattern = /^[0-9a-f]{64}$/;

export class CandidateQueryDto extends WallPageQueryDto {
  /** Of one state alone. */
  @IsOptional()
  @IsIn(candidateStates)
  state?: CandidateState;
}

export class EvidenceDto {
  code: EvidenceCode;
  /** `blocks`: a rule keeps the pair apart; `asks`: somebody has to settle it; `hints`: speaks for nothing alone. */
  weight: 'blocks' | 'asks' | 'hints';
  /** What is known of the judge. */
  ofJudge: string;
  /** What is known of the team. */
  ofTeam: string;
}

export class CandidateJudgeDto {
  id: string;
  /** Null where the account is gone. */
  name: string | null;
}

export class CandidateEntryDto {
  /** Id in the stage, or of the calibration. */
  id: string;
  number: number;
  title: string;
}

export class CandidateDto {
  judge: CandidateJudgeDto;
  entry: CandidateEntryDto;
  /** The entry is one that judges score first, and none that the stage judges. */
  isCalibration: boolean;
  state: CandidateState;
  /** The strongest first. */
  evidence: EvidenceDto[];
  /** Of the evidence, to be sent with what somebody says of it. */
  version: string;
  dismissedAt: string | null;
  /** Why it was dismissed. */
  reason: string | null;

  static from({ judge, entry, evidence, dismissedAt, ...rest }: StageCandidate): CandidateDto {
    return {
      ...rest,
      judge: { id: judge.id, name: judge.name },
      entry: { id: entry.id, number: entry.number, title: entry.title },
      evidence: evidence.map(({ code, ofJudge, ofTeam }) => ({
        ...{ code, ofJudge, ofTeam },
        weight: evidenceWeights[code],
      })),
      dismissedAt: dismissedAt && dismissedAt.toISOString(),
    };
  }
}

export class CandidateCountsDto implements Record<CandidateState, number> {
  open: number;
  /** A recusal is ordered and awaits its second person. */
  ordered: number;
  blocking: number;
  confirmed: number;
  dismissed: number;
}

export class CandidatePageDto {
  edition: DeskEditionDto;
  stage: LabelDto;
  /** Judging is over. */
  isClosed: boolean;
  /** For so many years a former employer counts. */
  employerYears: number;
  /** Version of that setting; 0: the platform's own default. */
  settingVersion: number;
  counts: CandidateCountsDto;
  /** Rows of all pages. */
  total: number;
  candidates: CandidateDto[];

  static from({ stage, employerYears, settingVersion, counts, total, candidates }: CandidatePage): CandidatePageDto {
    return {
      ...{ edition: stage.edition, stage: { key: stage.key, name: stage.name }, isClosed: stage.isClosed },
      ...{ employerYears, settingVersion, counts: { ...counts }, total },
      candidates: candidates.map((one) => CandidateDto.from(one)),
    };
  }
}

export class EmployerYearsDto {
  @IsInt()
  @Min(0)
  @Max(30)
  employerYears: number;
}

class SettledPairDto {
  @IsUUID()
  judgeId: string;

  /** Id in the stage, or of the calibration. */
  @IsUUID()
  entryId: string;

  /** Of the evidence that was read: 64 hex digits. */
  @Matches(evidenceVersionPattern)
  version: string;
}

export class ConfirmCandidateDto extends SettledPairDto {
  @IsIn(conflictReasons)
  reasonCode: ConflictReason;
}

export class DismissCandidateDto extends SettledPairDto {
  /** Why it is no conflict; personal words, which can be erased. */
  @IsString()
  @Length(1, 500)
  reason: string;
}
