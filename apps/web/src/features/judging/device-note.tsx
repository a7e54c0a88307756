import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDevicePlace } from '../../device/use-device-place.js';

/** Said where the browser keeps nothing: private windows, and some browsers inside other applications. */
export function DeviceNote() {
  const { t } = useTranslation('judging');
  return useDevicePlace() === 'tab' ? <Alert type="warning" showIcon title={t('deviceNote')} /> : null;
}
