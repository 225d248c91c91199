import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { words } from './text/words.ts';
import { dark, light, type Tokens } from './theme-tokens.ts';

const accent: MantineColorsTuple = [
  '#e6f2ef',
  '#c9e4de',
  '#a3d3c9',
  '#79cdbb',
  '#4fc3ad',
  '#2f9c88',
  '#1a7e6d',
  '#0f6b5c',
  '#0b564a',
  '#084238',
];
const red: MantineColorsTuple = [
  '#fce9e7',
  '#f8d2ce',
  '#f4b3ad',
  '#f8a39b',
  '#ff9389',
  '#e0564b',
  '#c9382e',
  '#b3261e',
  '#931d17',
  '#731610',
];
const gray: MantineColorsTuple = [
  '#f6f7f8',
  '#eceff1',
  '#e3e6e9',
  '#d3d9de',
  '#bcc4cb',
  '#7d8791',
  '#56606a',
  '#424b54',
  '#2a3138',
  '#15191d',
];
const darkGreys: MantineColorsTuple = [
  '#e8ecef',
  '#c5cdd4',
  '#a4afb8',
  '#95a0aa',
  '#3a434a',
  '#2c3339',
  '#1f2529',
  '#1b2024',
  '#14181b',
  '#0f1214',
];

/** Mantine's own is 11 px. */
const small = {
  description: { fontSize: '12px', lineHeight: '16px' },
  error: { fontSize: '12px', lineHeight: '16px' },
};

/** The mark in a ticked field, as the words on a filled button. */
const onFill = 'var(--portal-on-fill)';

/** Read when they are drawn: the language is chosen after this file is loaded. */
const closes = {
  get 'aria-label'() {
    return words.close;
  },
};
const showsTyped = {
  get 'aria-label'() {
    return words.showTyped;
  },
};

/** Calm and dense: one accent, neutral greys, tabular figures, 13–14 px, a grid of 8 px. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', system-ui, sans-serif",
  colors: { accent, red, gray, dark: darkGreys },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: readableFill,
  defaultRadius: 6,
  // Who asked the computer for less motion gets none: a menu is there, or gone, at once.
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' }, styles: { root: { fontWeight: 600 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: {
      defaultProps: { size: 'sm', visibilityToggleButtonProps: showsTyped },
    },
    Select: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: small },
    Radio: { defaultProps: { iconColor: onFill }, styles: small },
    Switch: { styles: small },
    Checkbox: { defaultProps: { iconColor: onFill }, styles: small },
    Tooltip: {
      defaultProps: { multiline: true, maw: 320, openDelay: 200, events: { hover: true, focus: true, touch: true } },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 8,
        // Room for the focus ring of a first field.
        styles: { title: { fontSize: '16px', fontWeight: 600 }, body: { paddingTop: '4px' } },
        closeButtonProps: closes,
        // A dialog's head is not the banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Notification: { defaultProps: { closeButtonProps: closes } },
    Menu: { defaultProps: { shadow: 'md', radius: 8 } },
    Popover: { defaultProps: { shadow: 'md', radius: 8 } },
  },
});

/** Mantine writes white on every filled button; on the light fills of the dark theme that cannot be read. */
function readableFill(input: Parameters<typeof defaultVariantColorsResolver>[0]) {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: onFill } : colors;
}

/** Hands the tokens to style sheets as `--portal-…`, and to Mantine where it has its own names for them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(light),
  dark: variablesOf(dark),
});

function variablesOf(tokens: Tokens): Record<string, string> {
  const own = Object.entries(tokens).map(([name, value]) => [`--portal-${kebab(name)}`, value as string]);
  return {
    ...Object.fromEntries(own),
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens.text2,
    '--mantine-color-placeholder': tokens.text3,
    '--mantine-color-error': tokens.bad,
    '--mantine-color-default-border': tokens.line,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': tokens.ground,
    '--mantine-color-anchor': tokens.accent,
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1');
}
