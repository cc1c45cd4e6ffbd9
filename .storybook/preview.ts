import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';

/** The story stands in a page with the look and the language of the toolbar: elements follow `color-scheme` and `lang` of their ancestors. */
const inHostPage: Decorator = (story, { globals, viewMode }) => {
  const { theme, locale } = globals as { theme: 'light' | 'dark'; locale: string };
  if (viewMode !== 'docs') {
    document.documentElement.lang = locale;
    document.documentElement.style.colorScheme = theme;
  }
  return html`<div lang=${locale} class="host-page ${theme}">${story()}</div>`;
};

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    // What a host writes; the page around it is the story's own affair.
    docs: { source: { excludeDecorators: true }, toc: true },
  },
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
  decorators: [inHostPage],
};

export default preview;
