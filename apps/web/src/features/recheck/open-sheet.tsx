import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recheck } from '#domain/score-file/recheck';
import type { ScoreFileReading, ScoreGrid } from '#domain/score-file/score-file';
import { checkSheet, likelySheet, recognised, titleOf } from './check-sheet.js';
import { Choice } from '../../ui/choice.js';
import { ColumnRoles } from './column-roles.js';
import { ProblemList } from './problem-list.js';
import { RecheckActs } from './recheck-acts.js';
import { RecheckSummary } from './recheck-summary.js';
import { RecheckTable } from './recheck-table.js';
import { guessedPlaces, recheckRule, type RuleChoice } from './rule-choice.js';
import { RuleForm } from './rule-form.js';
import { SummarySheet } from './summary-sheet.js';
import { usePrinting } from '../../ui/use-printing.js';
import { useRuleText } from './use-rule-text.js';
import type { OpenFile } from './use-spreadsheet.js';

export interface RuleState {
  readonly choice: RuleChoice;
  /** Whether a person chose the places; else they follow the published scores. */
  readonly hasOwnPlaces: boolean;
}

const noCells: ScoreGrid = [];

interface OpenSheetProps {
  file: OpenFile;
  rule: RuleState;
  onRule: (rule: RuleState) => void;
}

/** A file that was read: its columns, the rule, and what comes out. */
export function OpenSheet({ file, rule: ruleState, onRule }: OpenSheetProps) {
  const { t } = useTranslation('recheck');
  const ruleText = useRuleText();
  const isPrinting = usePrinting();
  const { sheets } = file.spreadsheet;
  const [index, setIndex] = useState(() => likelySheet(sheets));
  const [sheetChoice, setSheetChoice] = useState(recognised);
  const [title, setTitle] = useState<string | null>(null);
  const grid = sheets[index]?.grid ?? noCells;
  const reading = useMemo(() => checkSheet(grid, sheetChoice), [grid, sheetChoice]);
  const guess = useMemo(() => (reading.file ? guessedPlaces(reading.file.entries) : null), [reading]);
  const isGuessed = !ruleState.hasOwnPlaces && guess !== null;
  const rule = useMemo(
    () => (isGuessed ? { ...ruleState.choice, places: guess } : ruleState.choice),
    [ruleState, isGuessed, guess],
  );
  // The list shows its new choice at once; the figures of a long sheet follow.
  const computedRule = useDeferredValue(rule);
  const result = useMemo(
    () => (reading.file ? recheck(reading.file, recheckRule(computedRule)) : null),
    [reading, computedRule],
  );
  const paperTitle = title ?? (reading.head ? titleOf(grid, reading.head.headerRow) : null) ?? t('paper.title');
  return (
    <>
      <div className="recheck-screen" aria-busy={rule !== computedRule}>
        <FileLine file={file} reading={reading}>
          {sheets.length > 1 ? (
            <Choice
              label={t('file.sheet')}
              value={String(index)}
              options={sheets.map(({ name }, at) => ({ value: String(at), text: name }))}
              onChange={(value) => {
                setIndex(Number(value));
                setSheetChoice(recognised);
              }}
            />
          ) : null}
        </FileLine>
        {reading.file === null ? <ProblemList problems={reading.problems} /> : null}
        {reading.head ? (
          <ColumnRoles
            key={index}
            grid={grid}
            head={reading.head}
            choice={sheetChoice}
            isOpenFirst={reading.file === null}
            onChange={setSheetChoice}
          />
        ) : null}
        {reading.file && result ? (
          <>
            <RuleForm
              rule={rule}
              isGuessed={isGuessed}
              onChange={(choice) =>
                onRule({ choice, hasOwnPlaces: ruleState.hasOwnPlaces || choice.places !== rule.places })
              }
            />
            <RecheckSummary file={reading.file} result={result} />
            <RecheckActs
              title={paperTitle}
              isSample={file.isSample}
              entries={result.entries}
              judges={reading.file.judges}
              onTitle={setTitle}
            />
            <RecheckTable entries={result.entries} judges={reading.file.judges} />
          </>
        ) : null}
      </div>
      {isPrinting && reading.file && result ? (
        <SummarySheet
          title={paperTitle}
          isSample={file.isSample}
          rule={ruleText(computedRule)}
          entries={result.entries}
          judges={reading.file.judges}
        />
      ) : null}
    </>
  );
}

interface FileLineProps {
  file: OpenFile;
  reading: ScoreFileReading;
  children: React.ReactNode;
}

function FileLine({ file: { spreadsheet, isSample }, reading: { file }, children }: FileLineProps) {
  const { t } = useTranslation('recheck');
  return (
    <div className="file-line">
      <p>
        <strong>{spreadsheet.name}</strong> {isSample ? <span className="demo-mark">{t('sample.mark')}</span> : null}{' '}
        <span className="muted">
          {[
            ...(file
              ? [t('file.entries', { count: file.entries.length }), t('file.judges', { count: file.judges.length })]
              : []),
            ...(spreadsheet.encoding ? [t(`file.encoding.${spreadsheet.encoding}`)] : []),
          ].join(' · ')}
        </span>
      </p>
      {children}
    </div>
  );
}
