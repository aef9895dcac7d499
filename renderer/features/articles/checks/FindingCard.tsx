import { memo, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Fix } from '../../../../shared/contract/checks.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import {
  BookPlus,
  Check,
  CheckCheck,
  CornerDownLeft,
  EyeOff,
  Italic,
  Library,
  SquareArrowOutUpRight,
} from '../../../ui/icons/icons.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import type { PlacedFinding } from './placed-findings.ts';
import { AcceptForm, Evidence } from './Evidence.tsx';
import { useFixes, type FindingActions } from './use-finding-actions.ts';
import styles from './checks.module.css';

interface FindingCardProps {
  finding: PlacedFinding;
  /** How many like it one decision settles. */
  same: number;
  current: boolean;
  /** The one finding the tab key reaches. */
  entrance: boolean;
  actions: FindingActions;
  /** Takes the finding of that id in hand. */
  onCurrent: (id: string) => void;
}

/** Why it was found, in words. */
function useReason({ advice, code, parameters }: PlacedFinding): string {
  const translate = useTranslate();
  const { language } = useLocale();
  if (advice !== null) return advice[language];
  const key = `checks.reason.${code}`;
  return isMessageKey(key) ? translate(key, parameters) : code;
}

function fixLabel(fix: Fix, finding: PlacedFinding, translate: Translate): string {
  if (fix.kind === 'italic') return translate('checks.fix.italic');
  if (finding.check === 'typing' && finding.text.trim() === '') return translate('checks.fix.space');
  return fix.text;
}

/** As much as a button has room for; longer ones are the words of a source, which stand above it. */
const SHORT_FIX = 44;
const AROUND = 18;

/** The last words before a finding, whole ones. */
function lastWords(before: string): string {
  if (before.length <= AROUND) return before;
  const cut = before.slice(-AROUND);
  const space = cut.indexOf(' ');
  return `…${cut.slice(space === -1 ? 0 : space + 1)}`;
}

function Words({ finding }: { finding: PlacedFinding }): ReactElement {
  const translate = useTranslate();
  const { text, before, after, place } = finding;
  const where = place.block === null ? translate(`checks.field.${place.property as 'headline'}`) : null;
  const property = place.block === null ? null : place.property;
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return (
    <span className={styles.words}>
      {where !== null && <span className={styles.where}>{where}</span>}
      {property !== null && property.endsWith('alt') && (
        <span className={styles.where}>{translate('checks.field.alt')}</span>
      )}
      {property !== null && /(?:caption|credit)$/.test(property) && (
        <span className={styles.where}>{translate('checks.field.caption')}</span>
      )}
      {text !== '' && (
        <>
          <span className={styles.around}>{lastWords(before)}</span>
          <mark className={styles.found}>{text.trim() === '' ? '␣␣' : shown}</mark>
          <span className={styles.around}>{after}</span>
        </>
      )}
    </span>
  );
}

/** One finding; the current one is open, with everything that can be done about it. */
export const FindingCard = memo(function FindingCard({
  finding,
  same,
  current,
  entrance,
  actions,
  onCurrent,
}: FindingCardProps): ReactElement {
  const translate = useTranslate();
  const reason = useReason(finding);
  const fixes = useFixes(finding, current);
  const [best, ...others] = fixes;
  const bestLabel = best === undefined ? '' : fixLabel(best, finding, translate);
  const [accepting, setAccepting] = useState(false);
  const { evidence } = finding;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const does: Record<string, () => void> = {
      i: () => actions.ignore(finding),
      o: () => actions.goTo(finding),
      ...(evidence === null ? {} : { a: () => setAccepting(true) }),
      ...(finding.check === 'spelling' ? { k: () => actions.addWord(finding, 'personal') } : {}),
      ...(best === undefined
        ? { Enter: () => actions.goTo(finding) }
        : { Enter: () => (event.shiftKey ? actions.mendAll : actions.mend)(finding, best) }),
    };
    const act = current ? does[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <div
      className={classes(
        styles.finding,
        styles[finding.check],
        evidence?.advisory === true && styles.advisory,
        current && styles.current,
      )}
    >
      <button
        type="button"
        className={styles.open}
        data-finding={finding.id}
        tabIndex={entrance ? 0 : -1}
        aria-expanded={current}
        onClick={() => onCurrent(finding.id)}
        onFocus={() => onCurrent(finding.id)}
        onDoubleClick={() => actions.goTo(finding)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.reason}>{reason}</span>
        <Words finding={finding} />
        {!current && best !== undefined && <span className={styles.preview}>→ {bestLabel}</span>}
      </button>
      {current && evidence !== null && <Evidence ours={finding.text} evidence={evidence} />}
      {current && accepting && (
        <AcceptForm onAccept={(note) => actions.accept(finding, note)} onCancel={() => setAccepting(false)} />
      )}
      {current && !accepting && (
        <div className={styles.actions}>
          {best !== undefined && (
            <Button
              look="primary"
              size="small"
              icon={best.kind === 'italic' ? Italic : CornerDownLeft}
              title={bestLabel}
              onClick={() => actions.mend(finding, best)}
            >
              {bestLabel.length > SHORT_FIX ? translate('checks.fix.source') : bestLabel}
              <Kbd caps={['↵']} tone="inverse" />
            </Button>
          )}
          {others.map((fix) => (
            <Button
              key={fix.kind === 'replace' ? fix.text : fix.kind}
              size="small"
              onClick={() => actions.mend(finding, fix)}
            >
              {fixLabel(fix, finding, translate)}
            </Button>
          ))}
          {best !== undefined && same > 1 && (
            <Button size="small" icon={CheckCheck} onClick={() => actions.mendAll(finding, best)}>
              {translate('checks.do.mendAll', { count: same })}
            </Button>
          )}
          {evidence !== null && (
            <Button size="small" icon={Check} caps={['A']} onClick={() => setAccepting(true)}>
              {translate('checks.do.accept')}
            </Button>
          )}
          <span className={styles.spring} />
          {finding.check === 'spelling' && (
            <>
              <Button
                size="small"
                look="ghost"
                icon={BookPlus}
                caps={['K']}
                onClick={() => actions.addWord(finding, 'personal')}
              >
                {translate('checks.do.addWord')}
              </Button>
              <IconButton
                size="small"
                icon={Library}
                label={translate('checks.do.addHouseWord')}
                onClick={() => actions.addWord(finding, 'house')}
              />
            </>
          )}
          <IconButton
            size="small"
            icon={SquareArrowOutUpRight}
            label={translate('checks.do.goTo')}
            caps={['O']}
            onClick={() => actions.goTo(finding)}
          />
          <IconButton
            size="small"
            icon={EyeOff}
            label={translate('checks.do.ignore')}
            caps={['I']}
            onClick={() => actions.ignore(finding)}
          />
        </div>
      )}
    </div>
  );
});
