import { useState, type FormEvent, type ReactElement } from 'react';
import {
  REQUIRABLE_BLOCKS,
  REQUIRABLE_FIELDS,
  storyTypeSchema,
  type RequiredPart,
  type StoryType,
} from '../../../shared/contract/story-types.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';
import { useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Input, Select, TextArea } from '../../ui/Field.tsx';
import { Pencil, Plus } from '../../ui/icons/icons.ts';
import { moveItem, OrderedList } from './OrderedList.tsx';
import { Section } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './StoryTypes.module.css';

const MOST_TYPES = 50;

/** An id made of the name that no other type has. */
function freeId(name: string, types: readonly StoryType[]): string {
  const stem = makeSlug(name).slice(0, 50) || 'jenis';
  const taken = new Set(types.map(({ id }) => id));
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}

/** The story types of the house: named, ordered, and what each requires. */
export function StoryTypes(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const { storyTypes: types, usualStoryType } = settings.writing;
  const [typed, setTyped] = useState('');
  const [editingId, setEditingId] = useState<string | null>(null);
  const editing = types.find(({ id }) => id === editingId);

  function keep(next: StoryType[], when: 'now' | 'soon' = 'now'): void {
    const isThere = next.some(({ id }) => id === usualStoryType);
    change('writing', { storyTypes: next, usualStoryType: isThere ? usualStoryType : '' }, when);
  }
  function alter(id: string, part: Partial<StoryType>): void {
    keep(
      types.map((type) => (type.id === id ? { ...type, ...part } : type)),
      'soon',
    );
  }
  function add(event: FormEvent): void {
    event.preventDefault();
    const name = typed.trim();
    if (name === '') return;
    const type = storyTypeSchema.parse({ id: freeId(name, types), name });
    keep([...types, type]);
    setTyped('');
    setEditingId(type.id);
  }
  function partsOf({ required }: StoryType): string {
    if (required.length === 0) return translate('settings.storyTypes.required.none');
    return required.map((part) => translate(`storyTypes.part.${part}`)).join(', ');
  }

  return (
    <Section title={translate('settings.storyTypes.title')} text={translate('settings.storyTypes.text')}>
      {types.length === 0 ? (
        <p className={styles.empty}>{translate('settings.storyTypes.empty')}</p>
      ) : (
        <OrderedList
          label={translate('settings.storyTypes.title')}
          items={types.map((type, index) => ({
            id: type.id,
            name: type.name.trim() === '' ? type.id : type.name,
            content: (
              <div className={styles.type}>
                <Input
                  className={styles.name}
                  value={type.name}
                  maxLength={60}
                  aria-label={translate('settings.storyTypes.name', { number: index + 1 })}
                  onChange={({ target }) => alter(type.id, { name: target.value })}
                />
                <span className={styles.parts} title={partsOf(type)}>
                  {partsOf(type)}
                </span>
                <IconButton
                  size="small"
                  icon={Pencil}
                  label={translate('settings.storyTypes.edit', { name: type.name })}
                  onClick={() => setEditingId(type.id)}
                />
              </div>
            ),
          }))}
          onMove={(from, to) => keep(moveItem(types, from, to))}
          onRemove={(index) => keep(types.filter((_type, position) => position !== index))}
        />
      )}
      <form className={styles.add} onSubmit={add}>
        <Input
          value={typed}
          maxLength={60}
          placeholder={translate('settings.storyTypes.addLabel')}
          aria-label={translate('settings.storyTypes.addLabel')}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" icon={Plus} disabled={typed.trim() === '' || types.length >= MOST_TYPES}>
          {translate('settings.storyTypes.add')}
        </Button>
      </form>
      <Field
        label={translate('settings.storyTypes.usual')}
        hint={translate('settings.storyTypes.usual.hint')}
      >
        {(control) => (
          <Select
            {...control}
            value={usualStoryType}
            onChange={({ target }) => change('writing', { usualStoryType: target.value }, 'now')}
          >
            <option value="">{translate('storyTypes.none')}</option>
            {types.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {editing !== undefined && (
        <StoryTypeDialog
          type={editing}
          onChange={(part) => alter(editing.id, part)}
          onClose={() => setEditingId(null)}
        />
      )}
    </Section>
  );
}

interface StoryTypeDialogProps {
  type: StoryType;
  /** Saved as it is made. */
  onChange: (part: Partial<StoryType>) => void;
  onClose: () => void;
}

/** What articles of one type begin with and need. */
function StoryTypeDialog({ type, onChange, onClose }: StoryTypeDialogProps): ReactElement {
  const translate = useTranslate();
  const groups = [
    { label: translate('settings.storyTypes.required.fields'), parts: REQUIRABLE_FIELDS },
    { label: translate('settings.storyTypes.required.blocks'), parts: REQUIRABLE_BLOCKS },
  ] as const;
  function require(part: RequiredPart, isRequired: boolean): void {
    const others = type.required.filter((one) => one !== part);
    onChange({ required: isRequired ? [...others, part] : others });
  }
  return (
    <Dialog
      open
      title={translate('settings.storyTypes.editing', { name: type.name })}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {translate('ui.close')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <h3 className={styles.heading}>{translate('settings.storyTypes.required')}</h3>
        {groups.map(({ label, parts }) => (
          <fieldset key={label} className={styles.group}>
            <legend>{label}</legend>
            {parts.map((part) => (
              <label key={part}>
                <input
                  type="checkbox"
                  checked={type.required.includes(part)}
                  onChange={({ target }) => require(part, target.checked)}
                />
                {translate(`storyTypes.part.${part}`)}
              </label>
            ))}
          </fieldset>
        ))}
        <Field label={translate('settings.storyTypes.kicker')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={type.kicker}
              onChange={({ target }) => onChange({ kicker: target.value })}
            />
          )}
        </Field>
        <Field
          label={translate('settings.storyTypes.skeleton')}
          hint={translate('settings.storyTypes.skeleton.hint')}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              maxLength={5000}
              value={type.skeleton}
              onChange={({ target }) => onChange({ skeleton: target.value })}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
