import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../app/server-clock.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { StateMark } from '../../ui/state-mark.js';
import type { Wall } from './use-wall.js';
import { isLate } from './is-late.js';

type Judge = Wall['judges'][number];
type Track = Wall['tracks'][number];

const tones = { finished: 'done', unfinished: 'attention', late: 'danger', going: 'going', notBegun: 'idle' } as const;

export function WallJudges({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  const { percent, beijing } = useFormats();
  const now = useServerNow();
  // A name can be erased; the judge's place on the wall stays.
  const nameOf = (judge: Judge) => judge.name ?? t('wall.nameless');
  const state = (judge: Judge) => {
    if (judge.submitted >= judge.assigned) return 'finished';
    if (!wall.window.isOpen && wall.window.closedAt) return 'unfinished';
    if (isLate(judge, wall.window, now)) return 'late';
    return judge.submitted + judge.drafts > 0 ? 'going' : 'notBegun';
  };
  const columns: Column<Judge>[] = [
    { key: 'name', header: t('wall.column.judge'), cell: nameOf, isRowHeader: true },
    {
      key: 'state',
      header: t('wall.column.state'),
      cell: (judge) => t(`wall.judge.${state(judge)}`),
      show: (judge) => <StateMark tone={tones[state(judge)]}>{t(`wall.judge.${state(judge)}`)}</StateMark>,
    },
    {
      key: 'progress',
      header: t('wall.column.progress'),
      cell: (judge) => percent(judge.submitted, judge.assigned),
      show: (judge) => (
        <ProgressBar label={nameOf(judge)} part={judge.submitted} second={judge.drafts} whole={judge.assigned} />
      ),
    },
    { key: 'submitted', header: t('wall.column.submitted'), isNumber: true, cell: (judge) => judge.submitted },
    { key: 'drafts', header: t('wall.column.drafts'), isNumber: true, cell: (judge) => judge.drafts },
    { key: 'assigned', header: t('wall.column.assigned'), isNumber: true, cell: (judge) => judge.assigned },
    {
      key: 'last',
      header: t('wall.column.last'),
      cell: (judge) => judge.lastSubmittedAt,
      show: (judge) => (
        <span className="nowrap">{judge.lastSubmittedAt ? beijing(judge.lastSubmittedAt) : t('wall.never')}</span>
      ),
    },
  ];
  const share = (judge: Judge) => (judge.assigned === 0 ? 1 : judge.submitted / judge.assigned);
  // Those who need a call stand on top.
  const rows = [...wall.judges].sort((a, b) => share(a) - share(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
  return (
    <DataTable
      caption={t('wall.judgesTable')}
      csv={`${wall.edition.slug}-${wall.stage.key}-judges`}
      columns={columns}
      rows={rows}
      rowKey={(judge) => judge.id}
      empty={t('wall.noJudges')}
    />
  );
}

export function WallTracks({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { percent } = useFormats();
  const columns: Column<Track>[] = [
    { key: 'track', header: t('wall.column.track'), cell: (track) => text(track.name), isRowHeader: true },
    {
      key: 'progress',
      header: t('wall.column.progress'),
      cell: (track) => percent(track.submitted, track.assignments),
      show: (track) => <ProgressBar label={text(track.name)} part={track.submitted} whole={track.assignments} />,
    },
    { key: 'submitted', header: t('wall.column.submitted'), isNumber: true, cell: (track) => track.submitted },
    { key: 'assignments', header: t('wall.column.assigned'), isNumber: true, cell: (track) => track.assignments },
  ];
  return (
    <DataTable
      caption={t('wall.tracksTable')}
      csv={`${wall.edition.slug}-${wall.stage.key}-tracks`}
      columns={columns}
      rows={wall.tracks}
      rowKey={(track) => track.name.zh}
      empty={t('wall.noTracks')}
    />
  );
}
