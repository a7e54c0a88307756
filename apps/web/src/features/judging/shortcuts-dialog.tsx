import { Modal, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

interface ShortcutsDialogProps {
  isOpen: boolean;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}

const lines = ['digits', 'enter', 'arrows', 'undo', 'submit', 'next', 'previous', 'help'] as const;
const keys: Record<(typeof lines)[number], string[]> = {
  digits: ['0–9'],
  enter: ['Enter', 'Tab'],
  arrows: ['↑', '↓'],
  undo: ['Ctrl + Z'],
  submit: ['Ctrl + Enter'],
  next: ['j'],
  previous: ['k'],
  help: ['?'],
};

export function ShortcutsDialog({ isOpen, isOn, onSwitch, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation('judging');
  return (
    <Modal open={isOpen} title={t('shortcuts.title')} footer={null} onCancel={onClose}>
      <dl className="shortcuts">
        {lines.map((line) => (
          <div key={line}>
            <dt>
              {keys[line].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`shortcuts.${line}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="shortcuts-switch">
        <Switch checked={isOn} onChange={onSwitch} aria-label={t('shortcuts.single')} />
        <span>{t('shortcuts.single')}</span>
      </label>
    </Modal>
  );
}
