import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';

/** A page that failed to load or to draw: most often its code is gone after an update, and a reload mends it. */
export function ErrorPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('broken.title')}>
      <EmptyState text={t('broken.text')}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      </EmptyState>
    </Page>
  );
}
