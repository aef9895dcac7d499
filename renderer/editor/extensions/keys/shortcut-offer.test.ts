import { COMMAND_PRIORITY_LOW, createEditor, KEY_DOWN_COMMAND, KEY_ENTER_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import { createShortcutOffer, SHORTCUT_COMMAND } from './keys-extension.ts';

/** Presses keys and answers those that came as a possible shortcut (`handled` are taken as one), and Lexical's Enters. */
function press(keys: readonly (Partial<KeyboardEvent> & { key: string })[], handled: readonly string[] = []) {
  const editor = createEditor();
  const offer = createShortcutOffer(editor);
  const heard: string[] = [];
  let enters = 0;
  editor.registerCommand(
    SHORTCUT_COMMAND,
    ({ key }) => {
      heard.push(key);
      return handled.includes(key);
    },
    COMMAND_PRIORITY_LOW,
  );
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    () => {
      enters += 1;
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
  for (const given of keys) {
    const event = { ctrlKey: false, metaKey: false, altKey: false, ...given } as KeyboardEvent;
    offer.prepare(event);
    editor.dispatchCommand(KEY_DOWN_COMMAND, event);
  }
  return { heard, enters };
}

it('leaves letters that follow one another to Lexical alone', () => {
  const { heard } = press([...'abc d'].map((key) => ({ key })));
  // The first may follow a move of the caret that nobody was told of.
  expect(heard).toEqual(['a']);
});

it('offers every key with a modifier or a name, and the letter that follows it', () => {
  const keys = [{ key: 'a' }, { key: 'b' }, { key: 'ArrowLeft' }, { key: 'c' }, { key: 'd' }];
  expect(press([...keys, { key: 'k', ctrlKey: true }, { key: 'e' }, { key: 'f' }]).heard).toEqual([
    'a',
    'ArrowLeft',
    'c',
    'k',
    'e',
  ]);
  expect(press([{ key: 'a' }, { key: 'x', altKey: true }, { key: 'y', metaKey: true }]).heard).toEqual([
    'a',
    'x',
    'y',
  ]);
});

it('leaves Enter with Ctrl or Command to the window: it publishes, and begins no paragraph', () => {
  expect(press([{ key: 'Enter', ctrlKey: true }]).enters).toBe(0);
  expect(press([{ key: 'Enter', metaKey: true }]).enters).toBe(0);
  expect(press([{ key: 'Enter' }, { key: 'Enter', shiftKey: true }]).enters).toBe(2);
});

it('keeps a shortcut that was handled from what Lexical would do with the key', () => {
  const keys = [{ key: 'a' }, { key: 'b' }, { key: 'Enter', altKey: true }];
  expect(press(keys, ['Enter'])).toEqual({ heard: ['a', 'Enter'], enters: 0 });
  expect(press(keys).enters).toBe(1);
});
