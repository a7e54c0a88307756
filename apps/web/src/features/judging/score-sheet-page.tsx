import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { assignmentQuery } from './assignments.js';
import { askedDeclaration } from './declaration/asked-declaration.js';
import { ScoreSheet } from './score-sheet.js';
import { TextSize, TextSizeSwitch } from './text-size.js';
import './score-sheet.css';
import './criterion.css';

export function Component() {
  const { t } = useTranslation('judging');
  const { publicId = '' } = useParams();
  return (
    <RequireSession title={t('sheetTitle')}>
      <TextSize>
        <Sheet key={publicId} publicId={publicId} />
      </TextSize>
    </RequireSession>
  );
}

function Sheet({ publicId }: { publicId: string }) {
  const { t } = useTranslation('judging');
  const query = useQuery(assignmentQuery(publicId));
  const declaration = askedDeclaration(query.error);
  const title = query.data
    ? t('sheetTitleOf', { position: query.data.position, title: query.data.entry.title })
    : t('sheetTitle');
  if (declaration !== null) return <Navigate replace to={declaration} />;
  return (
    <Page
      isDemo={query.data?.edition.isDemo}
      title={title}
      // Beside the sheet it stays in sight while the criteria scroll by.
      hidesTitle={query.data !== undefined}
      trail={
        <>
          <Link to="/judging">{t('queueTitle')}</Link>
          <TextSizeSwitch />
        </>
      }
    >
      <div className="sheet-frame">
        <QueryView query={query}>{(assignment) => <ScoreSheet assignment={assignment} />}</QueryView>
      </div>
    </Page>
  );
}
