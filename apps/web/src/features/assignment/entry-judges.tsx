import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFocusAfter } from '../../ui/use-focus-after.js';
import type { HandActs } from './hand-acts.js';
import type { EntryJudge, EntryWithJudges } from './queries.js';

interface EntryJudgesProps {
  entry: EntryWithJudges;
  acts: HandActs | undefined;
}

/** The judges of an entry, one a line, with what a plan changes in words and not by colour alone. */
export function EntryJudges({ entry, acts }: EntryJudgesProps) {
  const { t } = useTranslation('assignment');
  // The line of a judge who is taken away goes with its button.
  const list = useFocusAfter<HTMLUListElement>(acts?.removedFrom === entry.id);
  return (
    <ul
      ref={list}
      tabIndex={-1}
      className="assignment-judges"
      aria-label={t('entries.judgesOf', { entry: t('entry', { number: entry.number, title: entry.title }) })}
    >
      {entry.judges.map((judge) => (
        <li key={judge.id} data-change={judge.change ?? undefined}>
          <span>
            {judge.name ?? t('nameless')}
            <JudgeNotes judge={judge} />
          </span>
          {acts && !judge.isBegun ? (
            <Button
              size="small"
              aria-label={t('entries.removeOf', {
                judge: judge.name ?? t('nameless'),
                entry: t('entry', { number: entry.number, title: entry.title }),
              })}
              onClick={() => acts.remove(entry, judge)}
            >
              {t('entries.remove')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function JudgeNotes({ judge: { change, isBegun, knowsTopic, keywords } }: { judge: EntryJudge }) {
  const { t } = useTranslation('assignment');
  const notes = [
    ...(change === 'added' || change === 'removed' ? [t(`change.${change}`)] : []),
    ...(isBegun ? [t('begun')] : []),
    ...(knowsTopic ? [t('knows')] : []),
    ...(keywords.length > 0 ? [t('keywords', { keywords: keywords.join(t('listSeparator')) })] : []),
  ];
  return notes.length === 0 ? null : <span className="assignment-note"> {notes.join(' · ')}</span>;
}
