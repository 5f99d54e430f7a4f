import '../ui/layers.css';
import '@fontsource-variable/inter/index.css';
import '../ui/mantine.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/mantine-look.css';
import { createRoot } from 'react-dom/client';
import { likelyLocale, loadWords } from '../words/index.ts';
import { App } from './app.tsx';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html lacks the element #root');
  const locale = likelyLocale();
  createRoot(root).render(<App first={{ locale, words: await loadWords(locale) }} />);
}

void start();
