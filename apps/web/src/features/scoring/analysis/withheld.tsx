import { MinusCircleOutlined } from '@ant-design/icons';
import type { Withheld as Reason } from './analysis-types.js';
import { useAnalysisTexts } from './use-analysis-texts.js';

/** In a figure's place: why it is not shown. */
export function Withheld({ reason }: { reason: Reason }) {
  const { withheld } = useAnalysisTexts();
  return (
    <p className="withheld">
      <MinusCircleOutlined aria-hidden="true" />
      <span>{withheld(reason)}</span>
    </p>
  );
}
