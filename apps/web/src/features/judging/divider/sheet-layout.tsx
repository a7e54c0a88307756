import { useState, type ReactNode } from 'react';
import { keepShare, keptShare } from './divider-place.js';
import { SheetDivider } from './sheet-divider.js';

/** Where the entry stands beside the sheet. */
export const entryPaneId = 'entry-pane';

/** Entry and sheet side by side, parted where the judge has put the border. */
export function SheetLayout({ entry, children }: { entry: ReactNode; children: ReactNode }) {
  const [share, setShare] = useState(keptShare);
  const move = (moved: number | null) => {
    setShare(moved);
    keepShare(moved);
  };
  return (
    <div
      className={share === null ? 'sheet-layout' : 'sheet-layout sheet-layout-moved'}
      style={share === null ? undefined : { ['--entry-share' as string]: `${share}%` }}
    >
      {entry}
      <SheetDivider pane={entryPaneId} onMove={move} />
      {children}
    </div>
  );
}
