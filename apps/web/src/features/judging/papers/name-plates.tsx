import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { judgesByPanel } from './panel-judges.js';
import type { JudgePapers } from './queries.js';
import { XlsxButton } from './xlsx-button.js';

/** 席卡: a sheet of paper for each judge, folded in the middle, with the name on both faces. */
export function NamePlates({ papers }: { papers: JudgePapers }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const plates = judgesByPanel(papers.panels, papers.judges).flatMap(({ panel, judges }) =>
    judges.map((judge) => ({ key: `${panel?.key ?? ''} ${judge.id}`, panel, name: judge.name ?? t('wall.nameless') })),
  );
  const rows = plates.map(({ panel, name }) => [panel ? text(panel.name) : '', name]);
  return (
    <>
      <XlsxButton
        {...{ papers, kind: 'plates', widths: [24, 24] }}
        rows={[[t('wall.column.panel'), t('papers.column.name')], ...rows]}
      />
      <ul className="name-plates">
        {plates.map(({ key, panel, name }) => (
          <li key={key} className="name-plate">
            {/* The far face stands on its head, so that it can be read once the sheet is folded. */}
            <p className="name-plate-far" aria-hidden="true">
              <strong>{name}</strong>
            </p>
            <p>
              <strong>{name}</strong>
              <small>{panel ? text(panel.name) : t('papers.judge')}</small>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
