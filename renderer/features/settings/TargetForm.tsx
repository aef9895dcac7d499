import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Input } from '../../ui/Field.tsx';
import { PlugZap } from '../../ui/icons/icons.ts';
import { showToast } from '../../ui/toast.ts';
import {
  configurationOf,
  findDraftProblems,
  hasMoved,
  keepTargetDraft,
  nameFor,
  withHostKey,
  type TargetDraft,
  type TargetDraftField,
} from './target-draft.ts';
import { TargetFields } from './target-fields/TargetFields.tsx';
import { useVerification } from './use-verification.ts';
import { VerificationList } from './VerificationList.tsx';
import styles from './TargetsPage.module.css';

interface TargetFormProps {
  draft: TargetDraft;
  /** The target being changed; null for a new one. */
  target: Target | null;
  onDone: () => void;
}

/** The fields of a target. It is saved by its button: half a password must not replace a whole one. */
export function TargetForm({ draft, target, onDone }: TargetFormProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const { state, verify, forget } = useVerification();
  const [secret, setSecret] = useState('');
  const [shown, setShown] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const moved = target !== null && hasMoved(draft.configuration, target.configuration);
  const secretStored = target !== null && target.hasSecret && !moved;
  const problems = findDraftProblems(draft, secret, secretStored);
  const configuration = configurationOf(draft);
  const kindName = translate(`target.kind.${draft.configuration.kind}`);
  const given = {
    configuration,
    ...(target === null ? {} : { id: target.id }),
    ...(secret.trim() === '' ? {} : { secret: secret.trim() }),
  };

  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('input');
    first?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  function set(part: Partial<TargetDraft>): void {
    setRefusal(null);
    forget();
    keepTargetDraft({ ...draft, ...part });
  }

  function told(field: TargetDraftField): string | null {
    const problem = problems[field];
    return !shown || problem === undefined ? null : translate(problem);
  }

  function isSound(): boolean {
    setShown(true);
    if (Object.keys(problems).length === 0) return true;
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    return false;
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isSound()) return;
    setSaving(true);
    setRefusal(null);
    const name = nameFor(draft, kindName);
    try {
      if (target === null) await client.publishing.targets.add({ ...given, name });
      else await client.publishing.targets.change({ ...given, id: target.id, name });
      showToast(translate(target === null ? 'settings.target.added' : 'settings.target.saved', { name }));
      onDone();
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      setRefusal(translate(key, parameters));
    } finally {
      setSaving(false);
    }
  }

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => void save(event)}
      noValidate
      aria-label={target?.name ?? translate(`settings.target.new.${draft.configuration.kind}`)}
    >
      <h2 className={styles.name}>
        {target?.name ?? translate(`settings.target.new.${draft.configuration.kind}`)}
      </h2>
      <TargetFields
        configuration={draft.configuration}
        onChange={(next) => set({ configuration: next })}
        told={told}
        secret={{
          typed: secret,
          stored: secretStored,
          moved: moved && target.hasSecret,
          onType(typed) {
            setRefusal(null);
            forget();
            setSecret(typed);
          },
        }}
      />
      <Field label={translate('settings.target.name')} hint={translate('settings.target.nameHint')}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            placeholder={nameFor(draft, kindName)}
            onChange={({ target: field }) => set({ name: field.value })}
          />
        )}
      </Field>
      <VerificationList
        state={state}
        onTrustHostKey={(hostKey) => {
          const trusting = withHostKey(configuration, hostKey);
          keepTargetDraft({ ...draft, configuration: trusting });
          verify({ ...given, configuration: trusting });
        }}
      />
      {refusal !== null && (
        <p className={styles.error} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.foot}>
        <Button
          icon={PlugZap}
          busy={state.status === 'running'}
          onClick={() => {
            if (isSound()) verify(given);
          }}
        >
          {translate('settings.target.verify')}
        </Button>
        <span className={styles.gap} />
        <Button onClick={onDone}>{translate('ui.cancel')}</Button>
        <Button type="submit" look="primary" busy={saving}>
          {translate(target === null ? 'settings.target.add' : 'settings.target.save')}
        </Button>
      </div>
    </form>
  );
}
