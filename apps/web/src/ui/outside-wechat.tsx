import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Inside WeChat's own browser passwords, files and drafts may be lost: says how to open the page outside. */
export function OutsideWechat() {
  const { t } = useTranslation();
  if (!/MicroMessenger/i.test(navigator.userAgent)) return null;
  return <Alert type="info" showIcon className="form-fault" title={t('wechat.title')} description={t('wechat.text')} />;
}
