/** Colours of the house; contrast of every pair that carries text is at least 4.5 to 1. */
export type Palette = Readonly<Record<PaletteKey, string>>;

type PaletteKey =
  | 'paper'
  | 'raised'
  | 'ink'
  | 'muted'
  | 'line'
  | 'control'
  | 'tint'
  | 'primary'
  | 'primary-hover'
  | 'on-primary'
  | 'vermilion'
  | 'on-vermilion'
  | 'vermilion-tint'
  | 'amber'
  | 'amber-tint'
  | 'success'
  | 'gold';

export const light: Palette = {
  paper: '#FAF8F4',
  raised: '#FFFFFF',
  ink: '#1D2129',
  muted: '#5A6270',
  line: '#DDD8CE',
  control: '#868C97',
  tint: '#E6F0F1',
  primary: '#0B5D6B',
  'primary-hover': '#08707F',
  'on-primary': '#FFFFFF',
  vermilion: '#B3261E',
  'on-vermilion': '#FFFFFF',
  'vermilion-tint': '#FBEBE9',
  amber: '#8A5A00',
  'amber-tint': '#FBF1DC',
  success: '#1A7046',
  gold: '#806000',
};

export const dark: Palette = {
  paper: '#14181D',
  raised: '#1C2128',
  ink: '#E8E6E1',
  muted: '#A6ADB8',
  line: '#363D47',
  control: '#78818E',
  tint: '#1B343A',
  primary: '#5CC2CF',
  'primary-hover': '#7AD3DE',
  'on-primary': '#0C1B1E',
  vermilion: '#FF8A7A',
  'on-vermilion': '#2A0B08',
  'vermilion-tint': '#3A1F1C',
  amber: '#E8B04A',
  'amber-tint': '#33280F',
  success: '#6CCB93',
  gold: '#E0BE5A',
};
