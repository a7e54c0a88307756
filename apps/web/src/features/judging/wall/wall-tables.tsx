import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { SheetProgress } from './sheet-progress.js';
import type { Wall } from './use-wall.js';

type Track = Wall['tracks'][number];
type Panel = Wall['panels'][number];

export function WallTracks({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  return (
    <DataTable
      caption={t('wall.tracksTable')}
      csv={`${wall.edition.slug}-${wall.stage.key}-tracks`}
      columns={usePartColumns<Track>(t('wall.column.track'))}
      rows={wall.tracks}
      rowKey={(track) => track.name.zh}
      empty={t('wall.noTracks')}
    />
  );
}

/** Shown where the stage's entries are spread over panels. */
export function WallPanels({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  const columns = usePartColumns<Panel>(t('wall.column.panel'));
  const entries: Column<Panel> = {
    ...{ key: 'entries', header: t('wall.column.entries'), isNumber: true, cell: (panel) => panel.entries },
  };
  if (wall.panels.length === 0) return null;
  return (
    <DataTable
      caption={t('wall.panelsTable')}
      csv={`${wall.edition.slug}-${wall.stage.key}-panels`}
      columns={[...columns.slice(0, 1), entries, ...columns.slice(1)]}
      rows={wall.panels}
      rowKey={(panel) => panel.name.zh}
      empty={t('wall.noTracks')}
    />
  );
}

function usePartColumns<Part extends Track>(header: string): Column<Part>[] {
  const { t } = useTranslation('judging');
  const text = useText();
  const { percent } = useFormats();
  return [
    { key: 'name', header, cell: ({ name }) => text(name), isRowHeader: true },
    {
      key: 'progress',
      header: t('wall.column.progress'),
      cell: ({ submitted, assignments }) => percent(submitted, assignments),
      show: ({ name, submitted, drafts, assignments }) => (
        <SheetProgress label={text(name)} submitted={submitted} drafts={drafts} assigned={assignments} />
      ),
    },
    {
      ...{ key: 'submitted', header: t('wall.column.submitted'), isNumber: true, isCsvOnly: true },
      cell: ({ submitted }) => submitted,
    },
    {
      ...{ key: 'drafts', header: t('wall.column.drafts'), isNumber: true, isCsvOnly: true },
      cell: ({ drafts }) => drafts,
    },
    {
      ...{ key: 'assignments', header: t('wall.column.assigned'), isNumber: true, isCsvOnly: true },
      cell: ({ assignments }) => assignments,
    },
  ];
}
