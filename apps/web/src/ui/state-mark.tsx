import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export type Tone = 'done' | 'going' | 'attention' | 'danger' | 'idle';

const icons: Record<Tone, ReactNode> = {
  done: <CheckCircleOutlined aria-hidden="true" />,
  going: <EditOutlined aria-hidden="true" />,
  attention: <ClockCircleOutlined aria-hidden="true" />,
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
