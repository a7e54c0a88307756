import { PrinterOutlined } from '@ant-design/icons';
import { queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { Shape } from '../../../ui/shape.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { RequireSession } from '../../identity/require-session.js';
import {
  myAssignmentsQuery,
  readAssignment,
  type Assignment,
  type QueueLine,
  type QueueStage,
} from '../assignments.js';
import { askedDeclaration } from '../declaration/asked-declaration.js';
import { declarationPath } from '../declaration/queries.js';
import { TextSize } from '../text-size.js';
import { ScorePaper } from './score-paper.js';
import './score-paper.css';

export function Component() {
  const { t } = useTranslation('judging');
  return (
    <RequireSession title={t('paper.title')}>
      <TextSize>
        <Papers />
      </TextSize>
    </RequireSession>
  );
}

const paperQuery = (publicId: string) =>
  queryOptions({ queryKey: ['score-paper', publicId], queryFn: () => readAssignment(publicId), staleTime: 0 });

function Papers() {
  const { t } = useTranslation('judging');
  const text = useText();
  const { slug = '', stageKey = '' } = useParams();
  const query = useQuery({ ...myAssignmentsQuery, refetchOnMount: 'always' });
  const stage = query.data?.stages.find((one) => one.edition.slug === slug && one.stage.key === stageKey);
  const submitted = submittedOf(stage);
  const papers = useQueries({ queries: submitted.map(({ publicId }) => paperQuery(publicId)) });
  // A paper that is missing on the pile is not noticed there.
  const isWhole = papers.every(({ isSuccess, isFetching }) => isSuccess && !isFetching);
  return (
    <Page
      isDemo={stage?.edition.isDemo}
      title={stage ? `${t('paper.title')} · ${text(stage.stage.name)}` : t('paper.title')}
      trail={<Link to="/judging">{t('queueTitle')}</Link>}
      width="reading"
      actions={
        submitted.length > 0 ? (
          <Button
            type="primary"
            icon={<PrinterOutlined aria-hidden="true" />}
            disabled={!isWhole}
            onClick={() => window.print()}
          >
            {t('paper.print')}
          </Button>
        ) : null
      }
    >
      <QueryView query={query}>
        {() =>
          submitted.length > 0 ? (
            submitted.map((line, index) => (
              <OwnPaper
                key={line.publicId}
                line={line}
                paper={papers[index]}
                declaration={declarationPath(slug, stageKey)}
                onRetry={() => void Promise.all([query.refetch(), papers[index]?.refetch()])}
              />
            ))
          ) : (
            <EmptyState text={t('paper.empty')} />
          )
        }
      </QueryView>
    </Page>
  );
}

/** In the judge's own order. */
function submittedOf(stage: QueueStage | undefined): QueueLine[] {
  const lines = (stage?.assignments ?? []).filter(({ state }) => state === 'submitted');
  return lines.sort((a, b) => a.position - b.position);
}

interface OwnPaperProps {
  line: QueueLine;
  paper: UseQueryResult<Assignment> | undefined;
  /** Where the judge declares interests. */
  declaration: string;
  /** Asks for the list too: whoever is recused since has no such sheet any more. */
  onRetry: () => void;
}

/** One sheet of paper for one submitted sheet; what cannot be read says so at its place. */
function OwnPaper({ line: { position, title }, paper, declaration, onRetry }: OwnPaperProps) {
  const { t } = useTranslation(['judging', 'common', 'declaration']);
  const { sentence } = useProblemMessage();
  if (paper?.error) {
    const asked = askedDeclaration(paper.error, declaration);
    return (
      <div role="alert">
        <EmptyState text={t('paper.failed', { position, title, reason: sentence(paper.error) })}>
          {asked === null ? (
            <Button onClick={onRetry}>{t('common:retry')}</Button>
          ) : (
            <Link className="queue-next" to={asked}>
              {t('declaration:declare')}
            </Link>
          )}
        </EmptyState>
      </div>
    );
  }
  return paper?.data?.submitted ? (
    <ScorePaper assignment={paper.data} submitted={paper.data.submitted} />
  ) : (
    <Shape lines={6} block />
  );
}
