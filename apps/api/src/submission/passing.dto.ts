import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsString, Length, ValidateNested } from 'class-validator';
import { type AllowedPage, type EntryPassing, type ReceivingOfficeKind, receivingOfficeKinds } from '#submission';
import type { ReceivingOfficeView } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class PassedContentDto {
  /** Questions of the form whose answers go with it. */
  fields: NameDto[];
  /** Names of the files that go with it. */
  files: string[];
}

export class PassingSwitchDto {
  publicId: string;
  @IsIn(receivingOfficeKinds)
  kind: ReceivingOfficeKind;
  name: NameDto;
  isAllowed: boolean;
  /** Of the wording agreed to; null where it never was. */
  version: string | null;
  givenBy: string | null;
  givenAt: string | null;
  withdrawnAt: string | null;
}

export class EntryPassingDto {
  /** Of the wording of today. */
  version: string;
  /** The lead alone switches. */
  mayChange: boolean;
  /** Beside title, summary, track, landing intent and the lead's contact. */
  content: PassedContentDto;
  offices: PassingSwitchDto[];

  static from({ version, mayChange, content, offices }: EntryPassing): EntryPassingDto {
    return {
      ...{ version, mayChange },
      content: { fields: [...content.fields], files: [...content.files] },
      offices: offices.map(({ givenAt, withdrawnAt, ...office }) => ({
        ...office,
        ...{ givenAt: givenAt?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null },
      })),
    };
  }
}

export class SetPassingDto {
  /** False withdraws it. */
  @IsBoolean()
  isAllowed: boolean;

  /** Of the wording that was read. */
  @IsString()
  @Length(1, 40)
  version: string;
}

export class OfficeNameDto {
  @IsString()
  @Length(1, 120)
  zh: string;

  @IsString()
  @Length(1, 120)
  en: string;
}

export class NewReceivingOfficeDto {
  @IsIn(receivingOfficeKinds)
  kind: ReceivingOfficeKind;

  @ValidateNested()
  @Type(() => OfficeNameDto)
  name: OfficeNameDto;
}

export class AddedReceivingOfficeDto {
  publicId: string;
}

export class ReceivingOfficeDto extends NewReceivingOfficeDto {
  publicId: string;
  addedAt: string;
  /** Null while entries may be passed to it. */
  closedAt: string | null;
  /** How many submitted entries allow it now. */
  allowed: number;
}

export class ReceivingOfficesDto {
  offices: ReceivingOfficeDto[];

  static from(offices: readonly ReceivingOfficeView[]): ReceivingOfficesDto {
    return {
      offices: offices.map(({ addedAt, closedAt, ...office }) => ({
        ...{ ...office, addedAt: addedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null },
      })),
    };
  }
}

export class AllowedEntryDto {
  publicId: string;
  number: number;
  title: string;
  version: string;
  allowedAt: string;
}

export class AllowedPageDto {
  entries: AllowedEntryDto[];
  /** For `after`; null where there are no more. */
  next: number | null;

  static from({ entries, next }: AllowedPage): AllowedPageDto {
    return { entries: entries.map((one) => ({ ...one, allowedAt: one.allowedAt.toISOString() })), next };
  }
}
