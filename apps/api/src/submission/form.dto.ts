import { IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FormDefinition } from '#domain';
import type { AskedForm, FormDesk, FormNode } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class FormQueryDto {
  /** Key of the track; the edition's own form where it is left out. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  track?: string;
}

export class FormDto {
  /** 0 where none was published: the platform's own questions alone. */
  number: number;
  /** Sections and fields, as `FormDefinition` of the domain describes them. */
  definition: Record<string, unknown>;

  static from({ number, definition }: { number: number; definition: FormDefinition }): FormDto {
    return { number, definition: { ...definition } };
  }
}

export class AskedFormDto extends FormDto {
  /** Of a later form that the team may take instead; null where there is none. */
  newerNumber: number | null;

  static override from({ newerNumber, ...form }: AskedForm): AskedFormDto {
    return { ...FormDto.from(form), newerNumber };
  }
}

export class PublishedFormDto {
  number: number;
  at: string;
}

export class FormNodeDto {
  trackKey: string;
  parentKey: string | null;
  name: NameDto;
  published: PublishedFormDto | null;
  draftChangedAt: string | null;
  /** Entries filled in on a version of this node. */
  entries: number;

  static from({ published, draftChangedAt, ...node }: FormNode): FormNodeDto {
    return {
      ...node,
      published: published && { number: published.number, at: new Date(published.at).toISOString() },
      draftChangedAt: draftChangedAt?.toISOString() ?? null,
    };
  }
}

export class FormNodesDto {
  nodes: FormNodeDto[];
}

export class FormProblemDto {
  /** Such as `sections[1].fields[0].label.en`. */
  path: string;
  code: string;
  details: Record<string, unknown>;
}

export class FormDeskDto {
  /** Of the draft: 0 where there is none. */
  version: number;
  document: Record<string, unknown>;
  changedAt: string | null;
  problems: FormProblemDto[];
  /** 0 where none was published at this node. */
  publishedNumber: number;
  inForce: Record<string, unknown>;

  static from({ document, changedAt, problems, inForce, ...desk }: FormDesk): FormDeskDto {
    return {
      ...desk,
      document: document as Record<string, unknown>,
      changedAt: changedAt?.toISOString() ?? null,
      problems: problems.map((problem) => ({ ...problem })),
      inForce: { ...inForce },
    };
  }
}

export class FormDraftDto {
  /** The whole form; it may still be wrong. */
  @IsObject()
  document: Record<string, unknown>;
}

export class FormDraftKeptDto {
  version: number;
  problems: FormProblemDto[];
}

export class FormPublishedDto {
  number: number;
}
