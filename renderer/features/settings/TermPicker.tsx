import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { TargetTerm, TargetTermKind } from '../../../shared/contract/target-configuration.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Input } from '../../ui/Field.tsx';
import { X } from '../../ui/icons/icons.ts';
import { useEnterOnceFound } from '../../ui/use-enter-once-found.ts';
import styles from './MappingDialog.module.css';

interface TermPickerProps {
  targetId: string;
  kind: TargetTermKind;
  /** What the choice is for, for screen readers. */
  label: string;
  chosen: TargetTerm | null;
  /** What happens where nothing is chosen. */
  otherwise: string;
  onChoose: (term: TargetTerm | null) => void;
}

/** Chooses one of the site's own categories, tags or authors by typing part of its name. */
export function TermPicker({
  targetId,
  kind,
  label,
  chosen,
  otherwise,
  onChoose,
}: TermPickerProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const query = useDeferredValue(typed ?? '');
  const list = useId();
  const open = typed !== null;
  const terms = useQuery({
    ...queries.publishing.targets.terms.queryOptions({ input: { id: targetId, kind, query } }),
    enabled: open,
    staleTime: 60_000,
    retry: false,
  });
  const found = terms.data ?? [];
  const { enter, typeOn } = useEnterOnceFound(
    found[at],
    open && query === typed && !terms.isFetching,
    choose,
  );

  function choose(term: TargetTerm | null): void {
    setTyped(null);
    onChoose(term);
  }

  function close(): void {
    typeOn();
    setTyped(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped('');
      else setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      enter();
    }
  }

  function told(): string | null {
    if (terms.error !== null) {
      const { key, parameters } = errorMessage(terms.error);
      return translate(key, parameters);
    }
    if (terms.isPending) return translate('settings.mapping.searching');
    return found.length === 0 ? translate('settings.mapping.none') : null;
  }

  const status = open ? told() : null;
  return (
    <div className={styles.picker}>
      <Input
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[at] !== undefined ? `${list}-${at}` : undefined}
        value={typed ?? chosen?.name ?? ''}
        placeholder={otherwise}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onClick={() => setTyped((now) => now ?? '')}
        onChange={({ target }) => {
          typeOn();
          setAt(0);
          setTyped(target.value);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {chosen !== null && (
        <IconButton
          icon={X}
          size="small"
          label={translate('settings.mapping.clear', { name: label })}
          onClick={() => choose(null)}
        />
      )}
      {open && (
        <div id={list} role="listbox" aria-label={label} className={styles.choices}>
          {status !== null && (
            <p role="status" className={styles.status}>
              {status}
            </p>
          )}
          {found.map((term, index) => (
            <button
              key={term.id}
              id={`${list}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.choice}
              // The field keeps the focus, so that its list stays until something is chosen.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(term)}
            >
              {term.name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
