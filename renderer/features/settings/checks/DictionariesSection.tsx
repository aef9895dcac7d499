import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, type ReactElement } from 'react';
import type { CheckedLanguage, DictionaryCondition } from '../../../../shared/contract/checks.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { BookOpen, FileUp, Undo2 } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { showToast } from '../../../ui/toast.ts';
import { Section } from '../Section.tsx';
import styles from './checks-settings.module.css';

/** Which dictionary each language is checked by, and putting the house's own in its place. */
export function DictionariesSection(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { data } = useQuery(queries.checks.condition.queryOptions());
  return (
    <Section
      title={translate('settings.checks.dictionaries')}
      text={translate('settings.checks.dictionaries.text')}
    >
      {data === undefined ? (
        <Skeleton lines={2} />
      ) : (
        <ul className={styles.dictionaries} role="list">
          {data.dictionaries.map((condition) => (
            <Dictionary key={condition.language} condition={condition} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Dictionary({ condition }: { condition: DictionaryCondition }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const picker = useRef<HTMLInputElement>(null);
  const { language, from, problem } = condition;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }
  // What is in place now is told by the event that follows.
  const keep = useMutation({
    mutationFn: (files: { language: CheckedLanguage; aff: File; dic: File }) =>
      client.checks.dictionary.keep(files),
    onSuccess: () => showToast(translate('settings.checks.dictionary.kept')),
    onError: tell,
  });
  const forget = useMutation({
    mutationFn: () => client.checks.dictionary.forget({ language }),
    onError: tell,
  });

  function take(files: readonly File[]): void {
    const aff = files.find(({ name }) => name.toLowerCase().endsWith('.aff'));
    const dic = files.find(({ name }) => name.toLowerCase().endsWith('.dic'));
    if (aff === undefined || dic === undefined) {
      showToast(translate('settings.checks.dictionary.both'), { tone: 'problem' });
    } else keep.mutate({ language, aff, dic });
  }

  const isOwn = from === 'own' || problem === 'unreadable' || problem === 'half';
  return (
    <li className={styles.dictionary}>
      <BookOpen size={17} />
      <div className={styles.dictionaryText}>
        <strong>{translate(`settings.checks.dictionary.${language}`)}</strong>
        <span>{translate(`settings.checks.dictionary.${from ?? 'absent'}`)}</span>
        {problem !== null && (
          <span className={styles.trouble} role="status">
            {translate(`checks.dictionary.${from === null ? 'none' : problem}`, {
              language: translate(`checks.language.${language}`),
            })}
          </span>
        )}
      </div>
      {isOwn && (
        <Button
          size="small"
          look="ghost"
          icon={Undo2}
          busy={forget.isPending}
          onClick={() => forget.mutate()}
        >
          {translate('settings.checks.dictionary.back')}
        </Button>
      )}
      <Button size="small" icon={FileUp} busy={keep.isPending} onClick={() => picker.current?.click()}>
        {translate('settings.checks.dictionary.choose')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".aff,.dic"
        multiple
        hidden
        aria-label={`${translate(`settings.checks.dictionary.${language}`)}: ${translate('settings.checks.dictionary.choose')}`}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </li>
  );
}
