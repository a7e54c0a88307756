import { Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemMessage } from './use-problem-message.js';
import { useReturnedFocus } from './use-returned-focus.js';

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** The act itself, as a verb: what the button says is what happens. */
  act: string;
  /** What closing without the act means, where 取消 would say too little. */
  stay?: string;
  isDangerous?: boolean;
  isDisabled?: boolean;
  /** The act is not possible any more, as the error says: closing alone is left. */
  isOver?: boolean;
  isBusy: boolean;
  error: Error | null;
  /** What the page calls the field of a path that a refusal names. */
  labelOf?: (path: string) => string | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** For acts that others see or that cannot be undone: says what will happen before it does. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, act, stay, isDangerous, isDisabled, isOver, isBusy, error, labelOf, ...rest } = props;
  const { onConfirm, onClose, children } = rest;
  const { t } = useTranslation();
  const { sentence } = useProblemMessage();
  useReturnedFocus(isOpen);
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={act}
      cancelText={stay ?? t('cancel')}
      okButtonProps={{ danger: isDangerous ?? false, disabled: isDisabled ?? false, loading: isBusy }}
      onOk={onConfirm}
      onCancel={onClose}
      mask={{ closable: false }}
      {...(isOver
        ? {
            footer: (
              <Button autoFocus onClick={onClose}>
                {t('close')}
              </Button>
            ),
          }
        : {})}
    >
      {children}
      <div role="alert" className="dialog-fault">
        {error ? <Alert type="error" showIcon title={sentence(error, labelOf)} /> : null}
      </div>
    </Modal>
  );
}
