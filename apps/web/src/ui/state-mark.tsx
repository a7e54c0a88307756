import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  FlagOutlined,
  MinusCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** `busy`: the system is at work; `attention`: something waits; `flagged`: worth a look. */
export type Tone = 'done' | 'going' | 'busy' | 'attention' | 'flagged' | 'danger' | 'idle';

const icons: Record<Tone, ReactNode> = {
  done: <CheckCircleOutlined aria-hidden="true" />,
  going: <EditOutlined aria-hidden="true" />,
  busy: <SyncOutlined aria-hidden="true" />,
  attention: <ClockCircleOutlined aria-hidden="true" />,
  flagged: <FlagOutlined aria-hidden="true" />,
  danger: <ExclamationCircleOutlined aria-hidden="true" />,
  idle: <MinusCircleOutlined aria-hidden="true" />,
};

/** A state is an icon, a word and a colour together, never the colour alone. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state-mark state-mark-${tone}`}>
      {icons[tone]}
      <span>{children}</span>
    </span>
  );
}
