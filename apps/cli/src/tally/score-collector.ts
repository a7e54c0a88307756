import { decimalFault, type DecimalFault, type TallyScore, type TallySheet } from '#domain';
import { InputRefused } from './refusals.js';
import type { ScoreColumns } from './score-columns.js';
import { SpellingGuard } from './spelling-guard.js';

interface CollectedSheet extends TallySheet {
  readonly scores: TallyScore[];
  /** Line of each score, for the refusal of a second one. */
  readonly lines: number[];
  deduction: string | null;
  deductionLine: number;
}

const faultSentences: Readonly<Record<DecimalFault, string>> = {
  'not-a-string': 'is missing',
  empty: 'is empty; leave the row out when there is no score, missing is not zero',
  'too-long': 'is longer than 40 characters',
  'not-a-decimal': 'is not a plain decimal such as 87.50',
  'negative-zero': 'is negative zero',
};

/** Builds sheets from rows as they stream by; texts that repeat are kept once, so memory follows the number of scores. */
export class ScoreCollector {
  private readonly sheetsByEntry = new Map<string, Map<string, CollectedSheet>>();
  private readonly scoresByCriterion = new Map<string, Map<string, TallyScore>>();
  private readonly firstLines = new Map<string, number>();
  private readonly entryNames: SpellingGuard;
  private readonly judgeNames: SpellingGuard;
  private readonly criterionNames: SpellingGuard;

  constructor(
    private readonly file: string,
    private readonly columns: ScoreColumns,
    /** Criteria that the weights name; null when there are no weights. */
    private readonly named: ReadonlyMap<string, string> | null,
  ) {
    this.entryNames = new SpellingGuard(file, 'entry', columns.entry + 1);
    this.judgeNames = new SpellingGuard(file, 'judge', columns.judge + 1);
    this.criterionNames = new SpellingGuard(file, 'criterion', (columns.criterion ?? 0) + 1);
  }

  /** Entries in order of input. */
  get entries(): string[] {
    return [...this.sheetsByEntry.keys()];
  }

  /** Criteria in order of input. */
  get criteria(): string[] {
    return [...this.scoresByCriterion.keys()];
  }

  get sheets(): TallySheet[] {
    return [...this.sheetsByEntry.values()].flatMap((sheets) => [...sheets.values()]);
  }

  /** @throws InputRefused naming line and column. */
  add(row: readonly string[], line: number): void {
    const { columns, file } = this;
    if (row.length !== columns.count) {
      throw new InputRefused({ file, line }, `the row has ${row.length} fields, the header ${columns.count}`);
    }
    const score = this.scoreOf(row, line);
    const known = this.sheetsByEntry.get(row[columns.entry] ?? '')?.get(row[columns.judge] ?? '');
    if (known) this.addScore(known, score, line);
    const sheet = known ?? this.newSheet(row, line, score);
    if (columns.deduction !== null) this.addDeduction(sheet, row[columns.deduction] ?? '', line);
  }

  private addScore(sheet: CollectedSheet, score: TallyScore, line: number): void {
    const at = sheet.scores.findIndex(({ criterion }) => criterion === score.criterion);
    if (at >= 0) {
      const criterion = score.criterion === '' ? '' : `, criterion "${score.criterion}"`;
      const what = `entry "${sheet.entry}", judge "${sheet.judge}"${criterion}`;
      throw new InputRefused(
        { file: this.file, line, column: this.columns.score + 1 },
        `${what} was scored on line ${sheet.lines[at]} already`,
      );
    }
    sheet.scores.push(score);
    sheet.lines.push(line);
  }

  private newSheet(row: readonly string[], line: number, score: TallyScore): CollectedSheet {
    const entry = this.entryNames.admit(row[this.columns.entry] ?? '', line);
    const judge = this.judgeNames.admit(row[this.columns.judge] ?? '', line);
    const sheets = this.sheetsByEntry.get(entry) ?? new Map<string, CollectedSheet>();
    // An array that begins with its first element is that small; an empty one makes room for seventeen.
    const sheet = { entry, judge, scores: [score], lines: [line], deduction: null, deductionLine: 0 };
    this.sheetsByEntry.set(entry, sheets.set(judge, sheet));
    return sheet;
  }

  private scoreOf(row: readonly string[], line: number): TallyScore {
    const { columns } = this;
    const criterion = columns.criterion === null ? '' : (row[columns.criterion] ?? '');
    const text = row[columns.score] ?? '';
    const scores = this.scoresByCriterion.get(criterion) ?? this.admitCriterion(criterion, line);
    let score = scores.get(text);
    if (!score) {
      this.assertDecimal(text, line, columns.score, 'score');
      score = { criterion, score: text };
      scores.set(text, score);
    }
    return score;
  }

  private admitCriterion(criterion: string, line: number): Map<string, TallyScore> {
    const place = { file: this.file, line, column: (this.columns.criterion ?? 0) + 1 };
    const [[other, otherLine] = []] = this.firstLines;
    if (other !== undefined && (other === '') !== (criterion === '')) {
      throw new InputRefused(place, `whole sheets and criteria are mixed: line ${otherLine} has the other kind`);
    }
    if (this.named && !this.named.has(criterion)) {
      throw new InputRefused(
        place,
        `criterion "${criterion}" has no weight; --weights names ${[...this.named.keys()].join(', ')}`,
      );
    }
    if (criterion !== '') this.criterionNames.admit(criterion, line);
    this.firstLines.set(criterion, line);
    const scores = new Map<string, TallyScore>();
    this.scoresByCriterion.set(criterion, scores);
    return scores;
  }

  private addDeduction(sheet: CollectedSheet, text: string, line: number): void {
    if (text === '') return;
    const column = this.columns.deduction ?? 0;
    this.assertDecimal(text, line, column, 'deduction');
    const place = { file: this.file, line, column: column + 1 };
    if (text.startsWith('-')) throw new InputRefused(place, `deduction "${text}" is below 0`);
    if (sheet.deduction !== null && sheet.deduction !== text) {
      const earlier = `${sheet.deduction} on line ${sheet.deductionLine}`;
      throw new InputRefused(
        place,
        `deduction ${text} of the same sheet was ${earlier}; give it once, or the same on each row`,
      );
    }
    sheet.deduction = text;
    sheet.deductionLine = line;
  }

  private assertDecimal(text: string, line: number, column: number, what: string): void {
    const fault = decimalFault(text);
    if (fault === null) return;
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    throw new InputRefused(
      { file: this.file, line, column: column + 1 },
      `${what} "${shown}" ${faultSentences[fault]}`,
    );
  }
}
