import { useState, type FormEvent, type ReactElement } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import type {
  TargetTerm,
  TargetTermKind,
  TermMapping,
  GhostConfiguration,
  WordPressConfiguration,
} from '../../../shared/contract/target-configuration.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/Field.tsx';
import { ArrowRight, Plus, X } from '../../ui/icons/icons.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { showToast } from '../../ui/toast.ts';
import { TermPicker } from './TermPicker.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './MappingDialog.module.css';

type Part = keyof TermMapping;

const KINDS: Readonly<Record<Part, TargetTermKind>> = {
  sections: 'category',
  tags: 'tag',
  authors: 'author',
};
const PARTS: readonly Part[] = ['sections', 'tags', 'authors'];

interface MappingDialogProps {
  target: Target;
  configuration: WordPressConfiguration | GhostConfiguration;
  onClose: () => void;
}

/** Which of the site's categories, tags and authors our sections, tags and bylines become. */
export function MappingDialog({ target, configuration, onClose }: MappingDialogProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const { sections } = useSettingsForm().settings.house;
  const [part, setPart] = useState<Part>('sections');
  const [mapping, setMapping] = useState<TermMapping>(
    configuration.mapping ?? { sections: {}, tags: {}, authors: {} },
  );
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, name } = target;

  async function save(): Promise<void> {
    setBusy(true);
    try {
      await client.publishing.targets.change({ id, name, configuration: { ...configuration, mapping } });
      showToast(translate('settings.target.saved', { name }));
      onClose();
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      setRefusal(translate(key, parameters));
      setBusy(false);
    }
  }

  function set(ours: string, theirs: TargetTerm | null): void {
    const { [ours]: _before, ...others } = mapping[part];
    setMapping({ ...mapping, [part]: theirs === null ? others : { ...mapping[part], [ours]: theirs } });
  }

  return (
    <Dialog
      open
      size="medium"
      title={translate('settings.mapping.title', { name })}
      description={translate(`settings.mapping.${part}.text`)}
      onClose={onClose}
      footer={
        <>
          {refusal !== null && (
            <p className={styles.refusal} role="alert">
              {refusal}
            </p>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {translate('settings.target.save')}
          </Button>
        </>
      }
    >
      <Tabs
        label={translate('settings.mapping.title', { name })}
        look="pill"
        value={part}
        onChange={setPart}
        items={PARTS.map((value) => ({ value, label: translate(`settings.mapping.${value}`) }))}
      >
        {part === 'sections' ? (
          <ul role="list" className={styles.rows}>
            {sections.map((section) => (
              <li key={section.slug} className={styles.row}>
                <span className={styles.ours}>{section.name}</span>
                <ArrowRight size={15} />
                <TermPicker
                  targetId={id}
                  kind="category"
                  label={translate('settings.mapping.choose', { name: section.name })}
                  chosen={mapping.sections[section.slug] ?? null}
                  otherwise={translate('settings.mapping.byName')}
                  onChoose={(term) => set(section.slug, term)}
                />
              </li>
            ))}
          </ul>
        ) : (
          <NamedRows key={part} targetId={id} part={part} mapped={mapping[part]} onSet={set} />
        )}
      </Tabs>
    </Dialog>
  );
}

interface NamedRowsProps {
  targetId: string;
  part: 'tags' | 'authors';
  mapped: Readonly<Record<string, TargetTerm>>;
  onSet: (ours: string, theirs: TargetTerm | null) => void;
}

/** Tags and bylines are typed: there is no list of all that will ever be written. */
function NamedRows({ targetId, part, mapped, onSet }: NamedRowsProps): ReactElement {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const [begun, setBegun] = useState<readonly string[]>([]);
  const names = [...Object.keys(mapped), ...begun.filter((name) => !(name in mapped))];

  function add(event: FormEvent): void {
    event.preventDefault();
    const name = typed.trim();
    const known = names.some((one) => one.toLowerCase() === name.toLowerCase());
    if (name === '' || known) return;
    setBegun([...begun, name]);
    setTyped('');
  }

  function remove(name: string): void {
    setBegun(begun.filter((one) => one !== name));
    onSet(name, null);
  }

  return (
    <div className={styles.tall}>
      {names.length === 0 && <p className={styles.empty}>{translate(`settings.mapping.${part}.empty`)}</p>}
      <ul role="list" className={styles.rows}>
        {names.map((name) => (
          <li key={name} className={styles.row}>
            <span className={styles.ours}>{name}</span>
            <ArrowRight size={15} />
            <TermPicker
              targetId={targetId}
              kind={KINDS[part]}
              label={translate('settings.mapping.choose', { name })}
              chosen={mapped[name] ?? null}
              otherwise={translate('settings.mapping.pick')}
              onChoose={(term) => onSet(name, term)}
            />
            <IconButton
              icon={X}
              size="small"
              label={translate('settings.mapping.remove', { name })}
              onClick={() => remove(name)}
            />
          </li>
        ))}
      </ul>
      <form className={styles.add} onSubmit={add}>
        <Input
          value={typed}
          placeholder={translate(`settings.mapping.${part}.add`)}
          aria-label={translate(`settings.mapping.${part}.add`)}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" icon={Plus} disabled={typed.trim() === ''}>
          {translate('settings.mapping.add')}
        </Button>
      </form>
    </div>
  );
}
