import type { ReactElement } from 'react';
import type { Collection, Slot, SlotFields } from '../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { headlineLimit, sizeAt, type SlotSize } from '../../../../shared/domain/front/layouts.ts';
import type { FrontWarning } from '../../../../shared/domain/front/warnings.ts';
import { isWebAddress } from '../../../../shared/domain/web-address.ts';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Field, Input, Switch, TextArea } from '../../../ui/Field.tsx';
import { SelectField, TextField } from '../../../ui/fields.tsx';
import { FieldPair, FormDialog } from '../../../ui/FormDialog.tsx';
import { Check } from '../../../ui/icons/icons.ts';
import { CardWarnings } from '../board/CardWarnings.tsx';
import { ConflictNote } from './ConflictNote.tsx';
import { PictureField } from './PictureField.tsx';
import { useEdited } from './use-edited.ts';
import { useSaving } from './use-saving.ts';
import styles from './slot.module.css';

const NAMES = [
  'content',
  'headline',
  'kicker',
  'summary',
  'picture',
  'size',
  'pinnedAt',
  'locked',
  'startsAt',
  'endsAt',
] as const satisfies readonly (keyof SlotFields)[];

const SIZES = ['auto', 'large', 'standard', 'small'] as const;

interface SlotEditorProps {
  /** As it is now; one that is to be placed has no stamp. */
  slot: Slot;
  collection: Collection;
  story: FrontStory | null;
  /** Its place on the page, from 1; null while it shows nothing. */
  place: number | null;
  /** What is amiss with it as it stands. */
  warnings: readonly FrontWarning[];
  isNew: boolean;
  /** Answers with null, or with the error it was refused for. */
  onSave: (slot: Slot, change: Partial<SlotFields>) => Promise<unknown>;
  /** Its words were held against the story's. */
  onChecked?: () => void;
  onClose: () => void;
}

/** The words, picture, size and times of a slot. */
export function SlotEditor({
  slot,
  collection,
  story,
  place,
  warnings,
  isNew,
  onSave,
  onChecked,
  onClose,
}: SlotEditorProps): ReactElement {
  const translate = useTranslate();
  const edited = useEdited<SlotFields>(slot, NAMES);
  const { form, set, changes, conflict } = edited;
  const { content } = form;
  const size = sizeAt(collection.layout, form.pinnedAt ?? place ?? 1, form.size);
  const urlError = content.kind === 'link' && !isWebAddress(content.url);
  const timesError =
    form.startsAt !== null && form.endsAt !== null && Date.parse(form.endsAt) <= Date.parse(form.startsAt);
  const isEmptyBlock = content.kind === 'block' && content.text.trim() === '';
  const lacksHeadline = content.kind === 'link' && (form.headline ?? '').trim() === '';
  const isChanged = isNew || Object.keys(changes).length > 0;
  const { save, busy, error } = useSaving(
    () => onSave({ ...slot, ...form, stamp: edited.stamp }, isNew ? form : changes),
    onClose,
  );

  return (
    <FormDialog
      size="large"
      title={translate(isNew ? `fronts.slot.new.${content.kind}` : `fronts.slot.title.${content.kind}`)}
      description={translate('fronts.slot.in', { collection: collection.title })}
      submit={translate('fronts.slot.save')}
      complete={isChanged && !conflict && !urlError && !timesError && !isEmptyBlock && !lacksHeadline}
      busy={busy}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      {warnings.length > 0 && (
        <section className={styles.warnings} aria-label={translate('fronts.slot.warnings')}>
          <CardWarnings warnings={warnings} withAdvice />
          {warnings.some(({ code }) => code === 'corrected') && (
            <Button size="small" icon={Check} onClick={onChecked}>
              {translate('fronts.do.checked')}
            </Button>
          )}
        </section>
      )}
      {conflict && <ConflictNote onTakeTheirs={edited.takeTheirs} onKeepMine={edited.keepMine} />}
      {content.kind === 'link' && (
        <TextField
          label={translate('fronts.slot.url')}
          error={urlError && content.url !== '' ? translate('fronts.slot.url.wrong') : null}
          type="url"
          value={content.url}
          placeholder="https://"
          onChange={(url) => set({ content: { kind: 'link', url } })}
        />
      )}
      {content.kind === 'block' && (
        <Field label={translate('fronts.slot.text')} hint={translate('fronts.slot.text.hint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              value={content.text}
              onChange={(event) => set({ content: { kind: 'block', text: event.target.value } })}
            />
          )}
        </Field>
      )}
      <Headline
        value={form.headline}
        own={story?.headline ?? ''}
        size={size}
        onChange={(headline) => set({ headline })}
      />
      {content.kind !== 'block' && (
        <>
          <OwnWords
            label={translate('fronts.slot.kicker')}
            shown={translate('fronts.slot.kicker.shown')}
            own={story?.kicker ?? ''}
            value={form.kicker}
            onChange={(kicker) => set({ kicker })}
          />
          <OwnWords
            label={translate('fronts.slot.summary')}
            shown={translate('fronts.slot.summary.shown')}
            own={story?.summary ?? ''}
            value={form.summary}
            long
            onChange={(summary) => set({ summary })}
          />
          <PictureField
            picture={form.picture}
            own={story?.picture ?? null}
            hasStory={story !== null}
            onChange={(picture) => set({ picture })}
          />
        </>
      )}
      <FieldPair>
        <SelectField
          label={translate('fronts.slot.size')}
          value={form.size}
          choices={SIZES.map((value) => ({ value, label: translate(`fronts.slot.size.${value}`) }))}
          onChange={(chosen) => set({ size: chosen })}
        />
        <SelectField
          label={translate('fronts.slot.pin')}
          hint={translate('fronts.slot.pin.hint')}
          value={String(form.pinnedAt ?? '')}
          choices={[
            { value: '', label: translate('fronts.slot.pin.none') },
            ...placesOf(collection.cap, form.pinnedAt).map((number) => ({
              value: String(number),
              label: translate('fronts.slot.pin.at', { place: number }),
            })),
          ]}
          onChange={(value) => set({ pinnedAt: value === '' ? null : Number(value) })}
        />
      </FieldPair>
      <FieldPair>
        <DateTimeField
          label={translate('fronts.slot.starts')}
          value={form.startsAt === null ? null : Date.parse(form.startsAt)}
          onChange={(time) => set({ startsAt: instantOf(time) })}
          hint={translate('fronts.slot.starts.hint')}
        />
        <DateTimeField
          label={translate('fronts.slot.ends')}
          value={form.endsAt === null ? null : Date.parse(form.endsAt)}
          onChange={(time) => set({ endsAt: instantOf(time) })}
          hint={translate('fronts.slot.ends.hint')}
          error={timesError ? translate('fronts.warn.end-before-start') : null}
        />
      </FieldPair>
      <Switch
        label={translate('fronts.slot.lock')}
        hint={translate('fronts.slot.lock.hint')}
        checked={form.locked}
        onChange={(locked) => set({ locked })}
      />
    </FormDialog>
  );
}

function instantOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** The places a slot can be pinned at, with the one it has, though it lie beyond the cap. */
function placesOf(cap: number, pinnedAt: number | null): number[] {
  const places = Array.from({ length: cap }, (_none, index) => index + 1);
  return pinnedAt !== null && pinnedAt > cap ? [...places, pinnedAt] : places;
}

/** The headline with how many signs still fit in its place. */
function Headline({
  value,
  own,
  size,
  onChange,
}: {
  value: string | null;
  own: string;
  size: SlotSize;
  onChange: (value: string | null) => void;
}): ReactElement {
  const translate = useTranslate();
  const limit = headlineLimit(size);
  const length = [...(value ?? own)].length;
  const meter = (
    <span className={classes(length > limit && styles.over)}>
      {translate(length > limit ? 'fronts.slot.headline.over' : 'fronts.slot.headline.fits', {
        length,
        limit,
        over: length - limit,
      })}
    </span>
  );
  return (
    <TextField
      label={translate('fronts.slot.headline')}
      hint={meter}
      value={value ?? ''}
      placeholder={own}
      maxLength={1000}
      onChange={(text) => onChange(text === '' ? null : text)}
    />
  );
}

/** Words that are the story's own unless others are written, or that are not shown at all. */
function OwnWords({
  label,
  shown,
  own,
  value,
  long = false,
  onChange,
}: {
  label: string;
  /** Of the switch: whether they are shown. */
  shown: string;
  own: string;
  value: string | null;
  long?: boolean;
  onChange: (value: string | null) => void;
}): ReactElement {
  const isShown = value !== '';
  const written = (text: string): string | null => (text === '' ? null : text);
  return (
    <div className={styles.own}>
      <Field label={label}>
        {(control) =>
          long ? (
            <TextArea
              {...control}
              rows={3}
              value={value ?? ''}
              placeholder={own}
              disabled={!isShown}
              maxLength={5000}
              onChange={(event) => onChange(written(event.target.value))}
            />
          ) : (
            <Input
              {...control}
              value={value ?? ''}
              placeholder={own}
              disabled={!isShown}
              maxLength={200}
              onChange={(event) => onChange(written(event.target.value))}
            />
          )
        }
      </Field>
      <Switch label={shown} checked={isShown} onChange={(show) => onChange(show ? null : '')} />
    </div>
  );
}
