import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { RequiredPart } from '../../../../shared/contract/story-types.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input, Select, Switch } from '../../../ui/Field.tsx';
import { X } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import { StoryTypeField } from '../story-type/StoryTypeField.tsx';
import styles from './inspector.module.css';

interface DetailsTabProps {
  draft: Draft;
  /** What its story type requires and is not there. */
  missing: readonly RequiredPart[];
  onGoTo: (part: RequiredPart) => void;
}

export function DetailsTab({ draft, missing, onGoTo }: DetailsTabProps): ReactElement {
  const translate = useTranslate();
  const fields = useSelected(draft.fields, (all) => all);
  const { queries } = useCore();
  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  const known = sections.some(({ slug }) => slug === fields.section);
  return (
    <div className={styles.form}>
      <StoryTypeField draft={draft} missing={missing} onGoTo={onGoTo} />
      <Field label={translate('details.section')}>
        {(control) => (
          <Select
            {...control}
            data-field="section"
            value={fields.section}
            onChange={(event) => draft.setField('section', event.target.value)}
          >
            <option value="">{translate('details.section.none')}</option>
            {!known && fields.section !== '' && <option value={fields.section}>{fields.section}</option>}
            {sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Tags draft={draft} />
      <Field label={translate('details.language')} hint={translate('details.language.hint')}>
        {(control) => (
          <Select
            {...control}
            data-field="language"
            value={fields.language}
            onChange={({ target }) => draft.setField('language', target.value === 'en' ? 'en' : 'id')}
          >
            <option value="id">Bahasa Indonesia</option>
            <option value="en">English</option>
          </Select>
        )}
      </Field>
      <Field label={translate('composer.byline')} hint={translate('composer.byline.hint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={1000}
            data-field="byline"
            value={fields.byline}
            onChange={(event) => draft.setField('byline', event.target.value)}
          />
        )}
      </Field>
      <Field label={translate('composer.dateline')} hint={translate('composer.dateline.hint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            data-field="dateline"
            value={fields.dateline}
            onChange={(event) => draft.setField('dateline', event.target.value)}
          />
        )}
      </Field>
      <Field label={translate('composer.credit')} hint={translate('composer.credit.hint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            data-field="credit"
            value={fields.credit}
            onChange={(event) => draft.setField('credit', event.target.value)}
          />
        )}
      </Field>
      <Switch
        label={translate('details.comments')}
        checked={fields.commentsOpen}
        onChange={(open) => draft.setField('commentsOpen', open)}
      />
      <Switch
        label={translate('details.sticky')}
        hint={translate('details.sticky.hint')}
        checked={fields.sticky}
        onChange={(sticky) => draft.setField('sticky', sticky)}
      />
    </div>
  );
}

const MOST_TAGS = 100;

function Tags({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const tags = useSelected(draft.fields, (fields) => fields.tags);
  const [typed, setTyped] = useState('');

  function add(text: string): void {
    const added = text
      .split(/[,;\n]/)
      .map((tag) => tag.trim().slice(0, 200))
      .filter((tag) => tag !== '' && !tags.some((known) => known.toLowerCase() === tag.toLowerCase()));
    setTyped('');
    if (added.length > 0) draft.setField('tags', [...new Set([...tags, ...added])].slice(0, MOST_TAGS));
  }
  function remove(tag: string): void {
    draft.setField(
      'tags',
      tags.filter((known) => known !== tag),
    );
  }

  return (
    <Field label={translate('details.tags')}>
      {(control) => (
        <div className={styles.tags}>
          {tags.map((tag, index) => (
            <span key={tag} className={styles.tag} data-tag={index}>
              {tag}
              <button
                type="button"
                onClick={() => remove(tag)}
                aria-label={translate('details.tags.remove', { tag })}
              >
                <X size={12} />
              </button>
            </span>
          ))}
          <input
            {...control}
            className={styles.tagInput}
            data-field="tags"
            value={typed}
            placeholder={tags.length === 0 ? translate('details.tags.add') : ''}
            onChange={(event) =>
              /[,;]$/.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
            }
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (!/[,;\n]/.test(text)) return;
              event.preventDefault();
              add(`${typed}${text}`);
            }}
            onBlur={() => add(typed)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '') {
                const last = tags.at(-1);
                if (last !== undefined) remove(last);
              }
            }}
          />
        </div>
      )}
    </Field>
  );
}
