import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import './choice.css';

interface PagerProps {
  /** From 1. */
  page: number;
  pages: number;
  onChange: (page: number) => void;
}

/** Steps through the pages of a long list, or goes to any of them. */
export function Pager({ page, pages, onChange }: PagerProps) {
  const { t } = useTranslation();
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <Button
        icon={<LeftOutlined aria-hidden="true" />}
        aria-label={t('pager.previous')}
        disabled={page === 1}
        onClick={() => onChange(page - 1)}
      />
      <div className="choice">
        <select aria-label={t('pager.page')} value={page} onChange={(event) => onChange(Number(event.target.value))}>
          {Array.from({ length: pages }, (_, index) => (
            <option key={index} value={index + 1}>
              {t('pager.of', { page: index + 1, pages })}
            </option>
          ))}
        </select>
      </div>
      <Button
        icon={<RightOutlined aria-hidden="true" />}
        aria-label={t('pager.next')}
        disabled={page === pages}
        onClick={() => onChange(page + 1)}
      />
    </nav>
  );
}
