import './no-eval.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Start } from './app/Start.tsx';
import { applyInterface, rememberedInterface } from './app/settings.ts';
import { withoutTyping } from './app/unheard-typing.ts';

applyInterface(rememberedInterface());

const container = document.querySelector('#root');
if (container !== null) {
  withoutTyping([container, document], () => createRoot(container)).render(
    <StrictMode>
      <Start />
    </StrictMode>,
  );
}
