import {
  memo,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type ChangeEvent,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, Input } from '../../../ui/Field.tsx';
import { MapPin, Tag, User, type Icon } from '../../../ui/icons/icons.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { UndoableTextArea } from '../../../ui/UndoableTextArea.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import { setTypographicMarks } from '../../../typographic-typing.ts';
import { focusedField } from '../go-to-field.ts';
import { HeadlineMeter } from './HeadlineMeter.tsx';
import styles from './paper.module.css';

interface PaperHeadProps {
  draft: Draft;
  /** The caret goes on from the last field into the copy. */
  onLeaveDown: () => void;
}

/**
 * What stands above the copy: section and kicker, headline, dek, and the chips. It stays from one article to the next;
 * only the fields one types in are each article's own, since the browser undoes in them.
 */
export const PaperHead = memo(function PaperHead({ draft, onLeaveDown }: PaperHeadProps): ReactElement {
  const translate = useTranslate();
  const dekId = useId();
  const headlineField = useRef<HTMLTextAreaElement>(null);
  const headline = useSelected(draft.fields, (fields) => fields.headline);
  const dek = useSelected(draft.fields, (fields) => fields.dek);

  // An article without a headline begins with it, unless one goes back to where one was.
  const startWriting = useEffectEvent(() => {
    if (headline === '' && dek === '' && focusedField() === null) headlineField.current?.focus();
  });
  useEffect(() => {
    startWriting();
  }, [draft]);

  function onHeadlineKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    document.getElementById(dekId)?.focus();
  }
  function onDekKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onLeaveDown();
  }

  return (
    <header className={styles.head}>
      <KickerLine draft={draft} />
      <UndoableTextArea
        key={`headline-${draft.articleId}`}
        ref={headlineField}
        className={styles.headline}
        data-field="headline"
        rows={1}
        value={headline}
        maxLength={1000}
        placeholder={translate('composer.headline.placeholder')}
        aria-label={translate('composer.headline')}
        spellCheck={false}
        onKeyDown={onHeadlineKey}
        onChange={(event) => write(event, draft, 'headline')}
      />
      <HeadlineMeter headline={headline} />
      <UndoableTextArea
        key={`dek-${draft.articleId}`}
        id={dekId}
        className={styles.dek}
        data-field="dek"
        rows={1}
        value={dek}
        maxLength={5000}
        placeholder={translate('composer.dek.placeholder')}
        aria-label={translate('composer.dek')}
        spellCheck={false}
        onKeyDown={onDekKey}
        onChange={(event) => write(event, draft, 'dek')}
      />
      <div className={styles.chips}>
        <FieldChip draft={draft} field="byline" icon={User} />
        <FieldChip draft={draft} field="dateline" icon={MapPin} />
        <FieldChip draft={draft} field="credit" icon={Tag} />
      </div>
    </header>
  );
});

/** A field of one line takes pasted lines as words. */
function oneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/g, ' ');
}

/** What is typed there readers read: it is set as the copy is. */
function write(
  event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>,
  draft: Draft,
  field: 'headline' | 'dek' | 'kicker',
): void {
  setTypographicMarks(event.nativeEvent, draft.fields.get().language);
  draft.setField(field, oneLine(event.target.value));
}

function KickerLine({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  const section = useSelected(draft.fields, (fields) => fields.section);
  const kicker = useSelected(draft.fields, (fields) => fields.kicker);
  const known = sections.some(({ slug }) => slug === section);
  return (
    <div className={styles.kickerLine}>
      <Choice
        className={classes(styles.section, section === '' && styles.unset)}
        label={translate('details.section')}
        value={section}
        choices={[
          { value: '', name: translate('details.section.none') },
          ...(known || section === '' ? [] : [{ value: section, name: section }]),
          ...sections.map(({ slug, name }) => ({ value: slug, name })),
        ]}
        onChange={(slug) => draft.setField('section', slug)}
      />
      <input
        key={draft.articleId}
        className={styles.kicker}
        data-field="kicker"
        value={kicker}
        maxLength={200}
        placeholder={translate('composer.kicker')}
        aria-label={translate('details.kicker')}
        onChange={(event) => write(event, draft, 'kicker')}
      />
    </div>
  );
}

type ChipField = 'byline' | 'dateline' | 'credit';

interface FieldChipProps {
  draft: Draft;
  field: ChipField;
  icon: Icon;
}

/** A short field shown as a chip, edited in a popover. */
function FieldChip({ draft, field, icon: Icon }: FieldChipProps): ReactElement {
  const translate = useTranslate();
  const [openIn, setOpenIn] = useState<Draft | null>(null);
  const value = useSelected(draft.fields, (fields: ArticleFields) => fields[field]);
  const label = translate(`composer.${field}`);
  return (
    <Popover
      label={label}
      open={openIn === draft}
      onOpenChange={(open) => setOpenIn(open ? draft : null)}
      trigger={
        <button
          type="button"
          className={classes(styles.chip, value === '' && styles.chipEmpty)}
          aria-label={value === '' ? label : `${label}: ${value}`}
        >
          <Icon size={13} />
          <span>{value.trim() === '' ? translate(`composer.${field}.empty`) : value}</span>
        </button>
      }
    >
      <form
        className={styles.chipForm}
        onSubmit={(event) => {
          event.preventDefault();
          setOpenIn(null);
        }}
      >
        <Field label={label} hint={translate(`composer.${field}.hint`)}>
          {(control) => (
            <Input
              {...control}
              value={value}
              maxLength={field === 'byline' ? 1000 : 500}
              onChange={(event) => draft.setField(field, event.target.value)}
            />
          )}
        </Field>
      </form>
    </Popover>
  );
}

/** The credit as the reader finds it, after the last paragraph. */
export function PaperFoot({ draft }: { draft: Draft }): ReactElement | null {
  const credit = useSelected(draft.fields, (fields) => fields.credit);
  return credit === '' ? null : <p className={styles.creditLine}>{credit}</p>;
}
