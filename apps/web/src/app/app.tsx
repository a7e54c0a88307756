import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router/dom';
import { SessionProvider } from '../features/identity/session-provider.js';
import { useLocale } from '../locales/use-text.js';
import { antdTheme } from '../theme/antd-theme.js';
import { usePalette } from '../theme/use-palette.js';
import { queryClient } from './query-client.js';
import { router } from './routes.js';

export function App() {
  const locale = useLocale();
  const { palette, isDark, still } = usePalette();
  const theme = useMemo(() => antdTheme(palette, isDark, still), [palette, isDark, still]);
  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      // The wave of a pressed button keeps the width it had when pressed: a narrower window then scrolls sideways.
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queryClient}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
