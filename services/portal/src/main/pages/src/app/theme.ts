import { theme, type ThemeConfig } from 'antd';

const FONT = '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif';

// Each with at least 4.5 : 1 on its ground.
const LIGHT = {
  colorPrimary: '#17507f',
  colorInfo: '#17507f',
  colorLink: '#17507f',
  colorSuccess: '#21682f',
  colorWarning: '#8a4b00',
  colorError: '#a8321f',
  colorWarningBg: '#fdf5e8',
  colorWarningBorder: '#e3c48f',
  controlItemBgActive: '#e6eff7',
  controlItemBgActiveHover: '#d9e7f2',
  colorInfoBg: '#eef4fa',
  colorInfoBorder: '#b5cfe4',
  colorErrorBg: '#fcefed',
  colorErrorBorder: '#e5b3ab',
  colorSuccessBg: '#eef7f0',
  colorSuccessBorder: '#b0d4b8',
  colorBgLayout: '#f4f6f8',
  colorTextDescription: '#56616c',
  colorTextPlaceholder: '#66717c',
  colorTextTertiary: '#56616c',
};

const DARK = {
  colorPrimary: '#6fb0e6',
  // The ring around what has the focus.
  colorPrimaryBorder: '#6fb0e6',
  colorInfo: '#6fb0e6',
  colorLink: '#8fc1ea',
  colorTextLightSolid: '#10202e',
  colorSuccess: '#7cc48a',
  colorWarning: '#e0a34e',
  colorError: '#ff9c8f',
  colorBgLayout: '#12181e',
  colorBgContainer: '#1b232b',
  colorBgElevated: '#222c35',
  colorTextDescription: '#aeb9c4',
  colorTextPlaceholder: '#97a3ae',
  colorTextTertiary: '#aeb9c4',
  boxShadowTabsOverflowLeft: 'inset 10px 0 8px -8px #000',
  boxShadowTabsOverflowRight: 'inset -10px 0 8px -8px #000',
};

/** Whether whoever looks wants nothing to move. */
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The looks of all pages, in light and in dark. */
export function themeOf(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'mingjian' },
    hashed: false,
    token: {
      motion: !still,
      borderRadius: 3,
      fontFamily: FONT,
      ...(dark ? DARK : LIGHT),
    },
    components: {
      Table: { headerBg: dark ? '#25303a' : '#e8eef4', headerColor: dark ? '#e4e9ee' : '#1c2a36', cellPaddingBlockSM: 6, colorSplit: dark ? '#000' : '#0003' },
      Segmented: { trackBg: dark ? '#2b3742' : '#dfe6ed', itemColor: dark ? '#e4e9ee' : '#1c2a36' },
      Tabs: { horizontalMargin: '0 0 12px 0' },
    },
  };
}
