import { ApiProperty } from '@nestjs/swagger';
import { removedKinds, type RemovedKind } from '#domain';
import type { JudgesView } from '#submission';
import { LabelDto } from '../contest/name.dto.js';
import { PresentedEntryDto } from './presented-entry.dto.js';
import { ReadTranslationDto } from './translation.dto.js';

export class ViewedStageDto extends PresentedEntryDto {
  stage: LabelDto;
  /** Whether its judges are not told who the teams are. */
  isBlind: boolean;
}

export class RemovedMetadataDto {
  @ApiProperty({ enum: removedKinds })
  kind: RemovedKind;
  /** What stood there; null where it is not a text. */
  value: string | null;
}

export class AnonymisedFileDto {
  publicId: string;
  /** As the team named it. */
  name: string;
  /** What its anonymised copy leaves out. */
  removed: RemovedMetadataDto[];
}

export class OccurrenceDto {
  /** A name, employer or school of the team, as the entry writes it. */
  term: string;
  where: 'title' | 'summary' | 'translated-title' | 'translated-summary' | 'field' | 'file-name' | 'file';
  /** Key of the form's field. */
  field: string | null;
  /** Public id of the file. */
  file: string | null;
  /** Pages, or slides of a document. */
  pages: number[];
}

export class JudgesViewDto {
  title: string;
  summary: string;
  translation: ReadTranslationDto | null;
  stages: ViewedStageDto[];
  anonymised: AnonymisedFileDto[];
  /** Where blind stages would show who the team is. It stops nothing. */
  occurrences: OccurrenceDto[];

  static from({ title, summary, translation, stages, anonymised, occurrences }: JudgesView): JudgesViewDto {
    return {
      ...{ title, summary, translation: translation && ReadTranslationDto.from(translation) },
      stages: stages.map((one) => ({ ...PresentedEntryDto.from(one), stage: one.stage, isBlind: one.isBlind })),
      anonymised: anonymised.map((file) => ({ ...file, removed: [...file.removed] })),
      occurrences: occurrences.map((one) => ({ ...one, pages: [...one.pages] })),
    };
  }
}
