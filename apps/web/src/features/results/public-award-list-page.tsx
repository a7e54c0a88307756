import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { AwardNotice } from './award-notice.js';
import './results.css';
import './print.css';

export function Component() {
  const { t } = useTranslation('results');
  const text = useText();
  const { publicId = '' } = useParams();
  const query = useQuery({
    queryKey: ['public-award-list', publicId],
    queryFn: () => answer(api.GET('/api/v1/public/award-lists/{publicId}', { params: { path: { publicId } } })),
  });
  const title = query.data ? t('listTitle', { edition: text(query.data.edition.name) }) : t('publicList');
  return (
    <Page
      isDemo={query.data?.edition.isDemo}
      title={title}
      hidesTitle={query.data !== undefined}
      trail={<Link to="/award-lists">{t('publicLists')}</Link>}
      actions={
        <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <QueryView query={query}>{(list) => <AwardNotice list={list} />}</QueryView>
    </Page>
  );
}
