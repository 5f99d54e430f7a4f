import {
  ActionIcon,
  Button,
  createTheme,
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

const text = { size: 'sm' } as const;

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  primaryColor: 'fjord',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { fjord },
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
