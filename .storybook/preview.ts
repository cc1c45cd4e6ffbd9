import type { Decorator, Preview } from '@storybook/web-components-vite';

/** The page takes the look and the language of the toolbar, as a host page would set them: elements follow `color-scheme` and `lang` of their ancestors. */
const asHostPage: Decorator = (story, { globals }) => {
  const { theme, locale } = globals as { theme: string; locale: string };
  const page = document.documentElement;
  page.lang = locale;
  page.dataset['theme'] = theme;
  page.style.colorScheme = theme;
  document.body.style.background = 'Canvas';
  document.body.style.color = 'CanvasText';
  return story();
};

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, layout: 'padded' },
  initialGlobals: { theme: 'light', locale: 'vi' },
  globalTypes: {
    theme: {
      description: 'Sáng hoặc tối',
      toolbar: {
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Sáng' },
          { value: 'dark', title: 'Tối' },
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Ngôn ngữ',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'vi', title: 'Tiếng Việt' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
  },
  decorators: [asHostPage],
};

export default preview;
