import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Front, FrontSummary } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input, Select } from '../../../ui/Field.tsx';
import styles from '../slot/slot.module.css';

interface FrontDialogProps {
  /** The front to be renamed; null: a new one. */
  front: FrontSummary | null;
  fronts: readonly FrontSummary[];
  onDone: (front: Front) => void;
  onClose: () => void;
}

/** A new front, of a section or a newsletter, or another name for one. */
export function FrontDialog({ front, fronts, onDone, onClose }: FrontDialogProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const house = useQuery(queries.settings.get.queryOptions()).data?.house;
  const free = (house?.sections ?? []).filter(
    ({ slug }) => !fronts.some((each) => each.kind === 'section' && each.section === slug),
  );
  const [chosenKind, setKind] = useState<'section' | 'newsletter'>('section');
  const [chosenSection, setSection] = useState('');
  const [name, setName] = useState(front?.name ?? '');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const kind = free.length === 0 ? 'newsletter' : chosenKind;
  const section = free.find(({ slug }) => slug === chosenSection) ?? free[0];
  const ownName = kind === 'section' && front === null ? (section?.name ?? '') : '';
  const wanted = name.trim() || ownName;

  async function save(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      onDone(
        front === null
          ? await client.fronts.create({
              kind,
              section: kind === 'section' ? (section?.slug ?? '') : '',
              name: wanted,
            })
          : await client.fronts.rename({ frontId: front.frontId, name: wanted }),
      );
    } catch (failed) {
      const { key, parameters } = errorMessage(failed);
      setError(translate(key, parameters));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={translate(front === null ? 'fronts.front.new' : 'fronts.front.rename')}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button type="submit" form="front-form" look="primary" busy={busy} disabled={wanted === ''}>
            {translate(front === null ? 'fronts.front.create' : 'fronts.slot.save')}
          </Button>
        </>
      }
    >
      <form
        id="front-form"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') void save();
        }}
      >
        {front === null && (
          <Field
            label={translate('fronts.front.kind')}
            hint={
              free.length === 0
                ? translate('fronts.front.noSection')
                : translate(`fronts.front.kind.${kind}.hint`)
            }
          >
            {(control) => (
              <Select
                {...control}
                value={kind}
                onChange={({ target: { value } }) => setKind(value === 'newsletter' ? value : 'section')}
              >
                {free.length > 0 && <option value="section">{translate('fronts.front.kind.section')}</option>}
                <option value="newsletter">{translate('fronts.front.kind.newsletter')}</option>
              </Select>
            )}
          </Field>
        )}
        {front === null && kind === 'section' && (
          <Field label={translate('fronts.front.section')}>
            {(control) => (
              <Select
                {...control}
                value={section?.slug ?? ''}
                onChange={(event) => setSection(event.target.value)}
              >
                {free.map(({ slug, name: title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={translate('fronts.front.name')} error={error}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={200}
              placeholder={ownName}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
