import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { hasName, plateSize, platesOf, widestWord } from './panel-judges.js';
import type { JudgePapers } from './queries.js';
import { XlsxButton } from './xlsx-button.js';

/** What the style sheet makes a name small by until its widest word keeps to one line. */
const widthOf = (name: string) => ({ '--widest-word': widestWord(name) }) as CSSProperties;

/** 席卡: a sheet of paper for each judge, folded in the middle, with the name on both faces. */
export function NamePlates({ papers }: { papers: JudgePapers }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const plates = platesOf(papers.panels, papers.judges.filter(hasName)).map(({ judge, panels }) => ({
    ...{ key: judge.id, name: judge.name ?? '' },
    panels: panels.map(({ name }) => text(name)).join(t('wall.between')),
  }));
  const rows = plates.map(({ panels, name }) => [panels, name]);
  return (
    <>
      <XlsxButton
        {...{ papers, kind: 'plates', widths: [24, 24] }}
        rows={[[t('wall.column.panel'), t('papers.column.name')], ...rows]}
      />
      <ul className="name-plates">
        {plates.map(({ key, panels, name }) => (
          <li key={key} className="name-plate" data-size={plateSize(name)} style={widthOf(name)}>
            {/* The far face stands on its head, so that it can be read once the sheet is folded. */}
            <p className="name-plate-far" aria-hidden="true">
              <strong>{name}</strong>
            </p>
            <p>
              <strong>{name}</strong>
              <small>{panels === '' ? t('papers.judge') : panels}</small>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
