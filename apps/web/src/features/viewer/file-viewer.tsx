import { LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { CopyNote } from './copy-note.js';
import { zooms } from './kept-place.js';
import { PagePicture } from './page-picture.js';
import type { ViewingCopy } from './queries.js';
import { useViewer } from './use-viewer.js';
import './viewer.css';

interface FileViewerProps {
  /** Under which the reader's page is kept on this device. */
  id: string;
  /** As the reader may know the file. */
  name: string;
  copy: ViewingCopy;
  /** A page that is kept on this device. */
  onDevice?: (page: number) => Promise<Blob | undefined>;
  onFault: () => void;
}

/** A file, page by page. */
export function FileViewer({ id, name, copy, onDevice, onFault }: FileViewerProps) {
  const { t } = useTranslation('viewer');
  const { percent } = useFormats();
  const { attach, page, zoom, goTo, zoomBy, onScroll, onKeyDown } = useViewer(id, copy.pages.length);
  const count = copy.pageCount ?? copy.pages.length;
  if (copy.pages.length === 0) return <CopyNote copy={copy} />;
  return (
    <section className="viewer" aria-label={name}>
      <div className="viewer-bar" role="toolbar" aria-label={t('tools')}>
        <Button
          icon={<LeftOutlined aria-hidden="true" />}
          aria-label={t('previous')}
          disabled={page <= 1}
          onClick={() => goTo(page - 1)}
        />
        <span className="viewer-place" role="status">
          {t('pageOf', { page, count })}
        </span>
        <Button
          icon={<RightOutlined aria-hidden="true" />}
          aria-label={t('next')}
          disabled={page >= copy.pages.length}
          onClick={() => goTo(page + 1)}
        />
        <span className="viewer-zoom">
          <Button
            icon={<MinusOutlined aria-hidden="true" />}
            aria-label={t('smaller')}
            disabled={zoom === zooms[0]}
            onClick={() => zoomBy(-1)}
          />
          <span className="viewer-percent">{percent(zoom, 100)}</span>
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            aria-label={t('larger')}
            disabled={zoom === zooms.at(-1)}
            onClick={() => zoomBy(1)}
          />
        </span>
      </div>
      {copy.state === 'ready' ? null : <CopyNote copy={copy} />}
      <div
        ref={attach}
        className="viewer-frame"
        role="region"
        aria-label={t('pages', { name })}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <ol className="viewer-pages" style={{ width: `${zoom}%` }}>
          {copy.pages.map((one) => (
            <PagePicture
              key={one.number}
              page={one}
              count={count}
              url={copy.url}
              onDevice={onDevice}
              onFault={onFault}
            />
          ))}
        </ol>
      </div>
      <p className="muted viewer-keys">{t('keys')}</p>
    </section>
  );
}
