import { theme, type ThemeConfig } from 'antd';
import type { Palette } from './tokens.js';

export const fontFamily = '"Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif';

/** antd follows the palette through its tokens alone: no stylesheet overrides. */
export function antdTheme(palette: Palette, isDark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { prefix: 'ant', key: 'leitai' },
    hashed: false,
    token: {
      // The page's own, which depends on its language.
      fontFamily: 'inherit',
      fontSize: 16,
      controlHeight: 44,
      controlHeightSM: 36,
      borderRadius: 6,
      motion: !still,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      colorPrimary: palette.primary,
      colorLink: palette.primary,
      colorLinkHover: palette['primary-hover'],
      colorPrimaryHover: palette['primary-hover'],
      colorTextLightSolid: palette['on-primary'],
      colorError: palette.vermilion,
      colorWarning: palette.amber,
      colorSuccess: palette.success,
      colorInfo: palette.primary,
      // Derived ones turn grey, since our colours are darker than those the derivation was made for.
      colorErrorBg: palette['vermilion-tint'],
      colorWarningBg: palette['amber-tint'],
      colorInfoBg: palette.tint,
      colorSuccessBg: palette.tint,
      colorText: palette.ink,
      colorTextHeading: palette.ink,
      colorTextSecondary: palette.muted,
      colorTextTertiary: palette.muted,
      colorTextDescription: palette.muted,
      colorTextPlaceholder: palette.muted,
      colorTextDisabled: palette.muted,
      colorBgBase: palette.raised,
      colorBgLayout: palette.paper,
      colorBgContainer: palette.raised,
      colorBgElevated: palette.raised,
      colorBorder: palette.control,
      colorBorderSecondary: palette.line,
    },
    components: { Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
  };
}
