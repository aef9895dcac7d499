import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { AutotextEntry } from '../../../shared/contract/writing-settings.ts';
import { AUTOTEXT_VARIABLES } from '../../../shared/domain/autotext.ts';
import { useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field, Input, TextArea } from '../../ui/Field.tsx';
import { Pencil, Plus, Trash2 } from '../../ui/icons/icons.ts';
import { Section } from './Section.tsx';
import { StoryTypes } from './StoryTypes.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './WritingPage.module.css';

const NOTHING: AutotextEntry = { abbreviation: '', text: '' };
const VARIABLES = AUTOTEXT_VARIABLES.map((name) => `{${name}}`).join(' ');

/** What the house gives its writers: story types to begin with, abbreviations that become words. */
export function WritingPage(): ReactElement {
  return (
    <>
      <StoryTypes />
      <Autotext />
    </>
  );
}

function Autotext(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const [typed, setTyped] = useState(NOTHING);
  const first = useRef<HTMLInputElement>(null);
  const entries = settings.writing.autotext;

  function keep(next: AutotextEntry[]): void {
    change('writing', { autotext: next }, 'now');
  }
  /** An abbreviation there is already gets the new words. */
  function add(event: FormEvent): void {
    event.preventDefault();
    const abbreviation = typed.abbreviation.trim();
    if (abbreviation === '' || typed.text.trim() === '') return;
    const others = entries.filter((entry) => entry.abbreviation !== abbreviation);
    const next = [...others, { abbreviation, text: typed.text }];
    keep(next.sort((one, other) => one.abbreviation.localeCompare(other.abbreviation, 'id')));
    setTyped(NOTHING);
    first.current?.focus();
  }

  return (
    <Section title={translate('autotext.title')} text={translate('autotext.text')}>
      {entries.length === 0 ? (
        <p className={styles.empty}>{translate('autotext.empty')}</p>
      ) : (
        <ul className={styles.list} role="list" aria-label={translate('autotext.title')}>
          {entries.map((entry) => (
            <li key={entry.abbreviation} className={styles.entry}>
              <code>{entry.abbreviation}</code>
              <span>{entry.text}</span>
              <IconButton
                size="small"
                icon={Pencil}
                label={translate('autotext.edit', { abbreviation: entry.abbreviation })}
                onClick={() => {
                  setTyped(entry);
                  first.current?.focus();
                }}
              />
              <IconButton
                size="small"
                icon={Trash2}
                tone="danger"
                label={translate('autotext.remove', { abbreviation: entry.abbreviation })}
                onClick={() => keep(entries.filter((one) => one !== entry))}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add}>
        <Field label={translate('autotext.abbreviation')} hint={translate('autotext.abbreviation.hint')}>
          {(control) => (
            <Input
              {...control}
              ref={first}
              maxLength={30}
              spellCheck={false}
              value={typed.abbreviation}
              onChange={({ target }) =>
                setTyped({ ...typed, abbreviation: target.value.replaceAll(/\s/g, '') })
              }
            />
          )}
        </Field>
        <Field
          label={translate('autotext.words')}
          hint={translate('autotext.words.hint', { variables: VARIABLES })}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              maxLength={5000}
              value={typed.text}
              onChange={({ target }) => setTyped({ ...typed, text: target.value })}
            />
          )}
        </Field>
        <Button
          type="submit"
          icon={Plus}
          disabled={typed.abbreviation === '' || typed.text.trim() === '' || entries.length >= 500}
        >
          {translate('autotext.add')}
        </Button>
      </form>
    </Section>
  );
}
