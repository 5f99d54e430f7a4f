import {
  ActionIcon,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Modal,
  NativeSelect,
  Popover,
  Tooltip,
} from '@mantine/core';

/** The accent: the blue of a fjord in the evening. */
const fjord: MantineColorsTuple = [
  '#edf1fa',
  '#d8e0f3',
  '#bccdfb',
  '#a5bbf7',
  '#7f98dc',
  '#5872bd',
  '#3d5aab',
  '#2b4a9b',
  '#223c80',
  '#1a2f66',
];

/** Mantine's dark greys, in the hue of our ink. */
const dark: MantineColorsTuple = [
  '#e6ebea',
  '#aeb9bb',
  '#92a0a3',
  '#6d7a7d',
  '#3d494e',
  '#2b353a',
  '#1f272b',
  '#1a2124',
  '#13181b',
  '#0e1214',
];

const text = { size: 'sm' } as const;

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  primaryColor: 'fjord',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { fjord, dark },
  variantColorResolver: (input) => {
    const usual = defaultVariantColorsResolver(input);
    if (input.variant !== 'filled') return usual;
    return input.color === 'orange'
      ? { ...usual, background: 'var(--rust)', hover: 'var(--rust)', color: 'var(--paper)' }
      : { ...usual, background: 'var(--accent)', hover: 'var(--accent-hover)', color: 'var(--on-accent)' };
  },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusClassName: '',
  components: {
    Button: Button.extend({ defaultProps: text }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 36 } }),
    NativeSelect: NativeSelect.extend({ defaultProps: text }),
    TextInput: { defaultProps: text },
    PasswordInput: { defaultProps: text },
    Textarea: { defaultProps: { ...text, autosize: true, minRows: 3 } },
    Popover: Popover.extend({ defaultProps: { shadow: 'none', transitionProps: { duration: 120 } } }),
    Modal: Modal.extend({ defaultProps: { centered: true, transitionProps: { duration: 140 }, radius: 12 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: false } },
    }),
  },
});
