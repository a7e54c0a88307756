import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { WholePrint } from './use-whole-print.js';

/** Puts every entry on paper; says that they are being fetched, or why they cannot be. */
export function PrintButton({ print }: { print: WholePrint }) {
  const { t } = useTranslation('assignment');
  const { sentence } = useProblemMessage();
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden="true" />} loading={print.isPending} onClick={print.start}>
        {t('run.print')}
      </Button>
      {print.isPending ? <span className="muted">{t('run.printWait')}</span> : null}
      <span role="alert">{print.error ? sentence(print.error) : null}</span>
    </>
  );
}
