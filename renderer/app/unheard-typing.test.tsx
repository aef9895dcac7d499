import '../testing-page.ts';
import { act, createElement, type ReactElement } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { withoutTyping } from './unheard-typing.ts';

function press(target: Element | null, type: string, key: string, more: Partial<KeyboardEvent> = {}): void {
  target?.dispatchEvent(
    Object.assign(new Event(type, { bubbles: true, cancelable: true }), { key, ...more }),
  );
}

async function openHeard(shown: ReactElement): Promise<HTMLElement> {
  const container = document.body.appendChild(document.createElement('main'));
  // It looks for the page when it is imported.
  const { createRoot } = await import('react-dom/client');
  const root = withoutTyping([container], () => createRoot(container));
  onTestFinished(() => act(async () => root.unmount()));
  await act(async () => root.render(shown));
  return container;
}

test('components around a copy hear of keys that may be shortcuts, not of letters; a field beside it is heard whole', async () => {
  const heard: string[] = [];
  const page = await openHeard(
    createElement(
      'div',
      {
        onKeyDown: ({ key }: KeyboardEvent) => heard.push(key),
        onInput: ({ target }: Event) => heard.push(`written in ${(target as Element).tagName}`),
      },
      <p data-lexical-editor="true">Isi</p>,
      <input />,
    ),
  );
  const [copy, field] = [page.querySelector('p'), page.querySelector('input')];
  press(copy, 'keydown', 'a');
  press(copy, 'input', 'a');
  expect(heard).toEqual([]);
  press(copy, 'keydown', 'Escape');
  press(copy, 'keydown', 's', { ctrlKey: true });
  expect(heard.splice(0)).toEqual(['Escape', 's']);
  press(field, 'keydown', 'a');
  press(field, 'input', 'a');
  expect(heard).toEqual(['a', 'written in INPUT']);
});

test('what listens afterwards hears all', async () => {
  const page = await openHeard(<p data-lexical-editor="true">Isi</p>);
  const heard: string[] = [];
  page.addEventListener('keydown', ({ key }) => heard.push(key));
  press(page.querySelector('p'), 'keydown', 'a');
  expect(heard).toEqual(['a']);
});
