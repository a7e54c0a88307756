import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import {
  type BadCell,
  cellReference,
  fieldProblemTexts,
  type ImportColumns,
  type ImportKind,
  type ImportLine,
  type ImportOutcome,
} from '#domain';
import type { EntryWindow, ImportPreview, OpenImport, StoredImport } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { fillSentence } from '../http/fill-sentence.js';
import type { Locale } from '../http/problem-texts.js';
import { wholeNumber } from '../http/whole-number.js';

export class ImportHeaderDto {
  /** Of the file's sheets, from 0. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  @Max(1000)
  sheet?: number;

  /** From 1. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  headerRow?: number;
}

export class ImportColumnsDto {
  @IsInt()
  @Min(0)
  @Max(1000)
  sheet: number;

  @IsInt()
  @Min(1)
  @Max(100)
  headerRow: number;

  /** For each column of the sheet the key of what it is; empty where it is left out. */
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  targets: string[];

  static toColumns({ sheet, headerRow, targets }: ImportColumnsDto): ImportColumns {
    return { sheet, headerRow, targets: targets.map((target) => (target === '' ? null : target)) };
  }
}

export class ImportTargetDto {
  key: string;
  label: NameDto;
  help: NameDto | null;
  identifies: boolean;
}

export class ImportSheetDto {
  /** Empty of a CSV file. */
  name: string;
  rows: number;
  columns: number;
  /** Its first rows, cells cut to 80 characters. */
  head: string[][];
}

export class ImportCountsDto {
  new: number;
  changed: number;
  unchanged: number;
}

export class StoredImportDto {
  publicId: string;
  kind: ImportKind;
  fileName: string;
  appliedAt: string | null;
  counts: ImportCountsDto | null;

  static of({ publicId, kind, fileName, appliedAt, counts }: StoredImport): StoredImportDto {
    const own = counts === null ? null : { ...counts };
    return { publicId, kind, fileName, appliedAt: appliedAt?.toISOString() ?? null, counts: own };
  }
}

export class PastImportsDto {
  imports: StoredImportDto[];

  static from(imports: Parameters<typeof StoredImportDto.of>[0][]): PastImportsDto {
    return { imports: imports.map((one) => StoredImportDto.of(one)) };
  }
}

const headRows = 30;

export class ImportDto extends StoredImportDto {
  /** Empty once it has been taken over, or has lain for a day. */
  sheets: ImportSheetDto[];
  targets: ImportTargetDto[];
  /** As chosen, else as recognised. */
  columns: ImportColumnsDto | null;
  /** Whether they were chosen, so that there is a preview. */
  isMapped: boolean;

  static from(opened: OpenImport): ImportDto {
    return {
      ...StoredImportDto.of(opened),
      sheets: (opened.sheets ?? []).map(({ name, grid }) => ({
        name,
        rows: grid.length,
        columns: Math.max(...grid.map((cells) => cells.length)),
        head: grid.slice(0, headRows).map((cells) => cells.map((cell) => [...cell].slice(0, 80).join(''))),
      })),
      targets: targetsOf(opened.targets),
      columns: opened.suggested && columnsOf(opened.suggested),
      isMapped: opened.columns !== null,
    };
  }
}

const columnsOf = ({ sheet, headerRow, targets }: ImportColumns): ImportColumnsDto => ({
  ...{ sheet, headerRow },
  targets: targets.map((target) => target ?? ''),
});

const targetsOf = (targets: OpenImport['targets']): ImportTargetDto[] =>
  targets.map(({ key, label, help, identifies }) => ({
    ...{ key, label: { ...label }, help: help ? { ...help } : null, identifies: identifies === true },
  }));

export class ImportChangeDto {
  /** Key of a target. */
  target: string;
  from: NameDto;
  to: NameDto;
}

export class ImportLineDto {
  row: number;
  outcome: ImportOutcome;
  key: string;
  title: string;
  changes: ImportChangeDto[];

  static from({ row, outcome, key, title, changes }: ImportLine): ImportLineDto {
    const own = changes.map(({ target, from, to }) => ({ target, from: { ...from }, to: { ...to } }));
    return { row, outcome, key, title, changes: own };
  }
}

export class BadCellDto {
  row: number;
  /** As a spreadsheet names it, such as `C`; null where the file has no such column. */
  column: string | null;
  value: string;
  path: string;
  code: string;
  /** In the reader's language. */
  detail: string;

  static from({ row, column, value, problem }: BadCell, locale: Locale): BadCellDto {
    const { path, code, details } = problem;
    const letters = column === null ? null : cellReference(null, column);
    return {
      row,
      column: letters,
      value,
      path,
      code,
      detail: fillSentence(fieldProblemTexts[code][locale], details, locale),
    };
  }
}

export class ImportPreviewDto {
  counts: ImportCountsDto;
  /** Entries, problems or judges that are here and not in the file: they stay as they are. */
  absent: number;
  /** Rows that leave open what their form requires. */
  incomplete: number;
  lines: ImportLineDto[];
  badCells: BadCellDto[];
  targets: ImportTargetDto[];
  /** Whether teams may hand in now; outside, an import of entries needs a reason. */
  window: EntryWindow;
  /** Names this preview when it is applied. */
  digest: string;

  static from({ outline, counts, digest, window, targets }: ImportPreview, locale: Locale): ImportPreviewDto {
    return {
      counts: { ...counts },
      ...{ absent: outline.absent, incomplete: outline.incomplete, digest, window },
      lines: outline.lines.map((line) => ImportLineDto.from(line)),
      badCells: outline.badCells.map((cell) => BadCellDto.from(cell, locale)),
      targets: targetsOf(targets),
    };
  }
}

export class ApplyImportDto {
  /** Needed of entries while the entry window is shut; recorded. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}
