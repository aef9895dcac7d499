import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { EntryStory, WireListItem } from '../../../../shared/contract/wire.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { MANUSCRIPT_KINDS } from '../../../opened-files.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field, Input } from '../../../ui/Field.tsx';
import { FilePlus2, FileText, Globe, RadioTower } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { SearchPicker } from '../../../ui/SearchPicker.tsx';
import type { SourceActions } from './use-source-actions.ts';
import styles from './sources.module.css';

type FoundStory = EntryStory | WireListItem;

/** What is not from the wire: a page by its address, or a file. */
export type Reference = { kind: 'web'; url: string } | { kind: 'file'; file: File };

interface AddSourceProps {
  actions: SourceActions;
  /** A file that was chosen or dropped and waits to be added. */
  file: File | null;
  onFile: (file: File | null) => void;
}

/** One field for what is added: words look in the wire, an address is a page of the web; files stand beside it. */
export function AddSource({ actions, file, onFile }: AddSourceProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const address = /^https?:\/\/\S+$/i.test(typed.trim()) ? typed.trim() : null;
  const reference: Reference | null =
    file !== null ? { kind: 'file', file } : address !== null ? { kind: 'web', url: address } : null;

  /** Copies of one story from several agencies are a source each. */
  async function search(query: string): Promise<readonly FoundStory[]> {
    const { rows } = await client.wire.list({ filter: { query }, limit: 8 });
    return rows.flatMap((row): FoundStory[] => [row, ...row.duplicates]);
  }

  function done(): void {
    setTyped('');
    onFile(null);
    field.current?.focus();
  }

  return (
    <section className={styles.add} aria-label={translate('articleSources.add')}>
      <div className={styles.addLine}>
        <SearchPicker<FoundStory>
          ref={field}
          name="wire"
          label={translate('articleSources.search')}
          listLabel={translate('articleSources.found')}
          typed={typed}
          onTyped={setTyped}
          find={typed.trim() === '' || address !== null ? null : search}
          keyOf={({ storyId }) => storyId}
          renderItem={(story) => <Found story={story} />}
          onPick={({ storyId, newestVersionId }) => {
            setTyped('');
            void actions.takeStory({ storyId, versionId: newestVersionId });
          }}
          words={{
            none: translate('articleSources.found.none'),
            failed: translate('articleSources.found.failed'),
          }}
        />
        <Button icon={FilePlus2} onClick={() => picker.current?.click()}>
          {translate('articleSources.file')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept={MANUSCRIPT_KINDS}
          aria-label={translate('articleSources.file.choose')}
          onChange={({ target }) => {
            onFile(target.files?.[0] ?? null);
            target.value = '';
          }}
        />
      </div>
      {reference !== null && (
        <ReferenceForm
          key={reference.kind === 'web' ? reference.url : reference.file.name}
          reference={reference}
          actions={actions}
          onDone={done}
          onCancel={done}
        />
      )}
    </section>
  );
}

function Found({ story }: { story: FoundStory }): ReactElement {
  return (
    <>
      <span className={styles.foundHead}>
        <RadioTower size={13} />
        {story.sourceName}
        {' · '}
        <RelativeTime value={story.versionCreated ?? story.arrivedAt} short />
      </span>
      <span className={styles.foundHeadline}>{story.headline}</span>
    </>
  );
}

interface ReferenceFormProps {
  reference: Reference;
  actions: SourceActions;
  onDone: () => void;
  onCancel: () => void;
}

/** As what it is credited, and what failed in words. */
function ReferenceForm({ reference, actions, onDone, onCancel }: ReferenceFormProps): ReactElement {
  const translate = useTranslate();
  const [creditName, setCreditName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const Icon = reference.kind === 'web' ? Globe : FileText;
  const { key, parameters } = errorMessage(error);
  const isInside =
    error !== null &&
    typedCoreError(error)?.code === 'INVALID' &&
    typedCoreError(error)?.data['reason'] === 'private-address';

  async function add(ownNetwork: boolean): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const credit = creditName.trim();
      if (reference.kind === 'file') await actions.addFile(reference.file, credit);
      else await actions.addWeb({ url: reference.url, ownNetwork, creditName: credit });
      onDone();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void add(false);
  }

  return (
    <form className={styles.reference} onSubmit={submit}>
      <p className={styles.referenceName}>
        <Icon size={14} />
        <span>{reference.kind === 'web' ? reference.url : reference.file.name}</span>
      </p>
      <Field label={translate('articleSources.credit')} hint={translate('articleSources.credit.hint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={creditName}
            onChange={(event) => setCreditName(event.target.value)}
          />
        )}
      </Field>
      <div role="alert">
        {error !== null && <p className={styles.refused}>{translate(key, parameters)}</p>}
      </div>
      <div className={styles.referenceButtons}>
        <Button size="small" onClick={onCancel}>
          {translate('ui.cancel')}
        </Button>
        {isInside ? (
          <Button size="small" look="primary" busy={busy} onClick={() => void add(true)}>
            {translate('articleSources.web.inside')}
          </Button>
        ) : (
          <Button size="small" look="primary" type="submit" busy={busy}>
            {translate(reference.kind === 'web' ? 'articleSources.web.add' : 'articleSources.file.add')}
          </Button>
        )}
      </div>
    </form>
  );
}
