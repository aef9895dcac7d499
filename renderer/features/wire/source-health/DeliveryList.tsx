import type { ReactElement } from 'react';
import type { SetAside, SourceDelivery } from '../../../../shared/contract/wire-sources.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { CircleCheck, CircleMinus, CircleX, FileCode } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { formatSize } from './format-size.ts';
import styles from './SourceHealth.module.css';

/** Every delivery a source made and every one that failed, newest first. */
export function DeliveryList({
  deliveries,
  onPayload,
}: {
  deliveries: readonly SourceDelivery[];
  onPayload: (payloadId: number) => void;
}): ReactElement {
  return (
    <ol className={styles.list}>
      {deliveries.map((delivery) => (
        <DeliveryLine key={delivery.deliveryId} delivery={delivery} onPayload={onPayload} />
      ))}
    </ol>
  );
}

function DeliveryLine({
  delivery,
  onPayload,
}: {
  delivery: SourceDelivery;
  onPayload: (payloadId: number) => void;
}): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { error, name, at, firstAt, times, size, format, payloadId, added, updated } = delivery;
  const Icon = error !== null ? CircleX : added + updated > 0 ? CircleCheck : CircleMinus;
  const title =
    name !== '' ? name : translate(size === null ? 'sourceHealth.nothing' : 'sourceHealth.unnamed');
  const facts = [format, size === null ? null : formatSize(size, language)].filter((fact) => fact !== null);
  const [before = '', after = ''] = translate('sourceHealth.times', { count: times }).split('{time}');
  return (
    <li className={classes(styles.line, error !== null ? styles.failed : added + updated > 0 && styles.good)}>
      <Icon size={16} />
      <div className={styles.words}>
        <p className={styles.name}>{title}</p>
        <p className={styles.outcome}>
          {error === null
            ? outcomeOf(delivery, translate)
            : translate(`sources.error.${error.code}.do`, { detail: error.detail })}
        </p>
        {error !== null && error.detail !== '' && <p className={styles.technical}>{error.detail}</p>}
        {times > 1 && (
          <p className={styles.small}>
            {before}
            <RelativeTime value={firstAt} />
            {after}
          </p>
        )}
        {facts.length > 0 && <p className={styles.small}>{facts.join(' · ')}</p>}
      </div>
      <span className={styles.time}>
        <RelativeTime value={at} />
      </span>
      <span className={styles.action}>
        {payloadId !== null && (
          <IconButton
            icon={FileCode}
            size="small"
            label={translate('payload.of', { name: title })}
            onClick={() => onPayload(payloadId)}
          />
        )}
      </span>
    </li>
  );
}

/** `3 baru, 1 versi baru, 2 disisihkan: konsep`. */
function outcomeOf({ added, updated, unchanged, setAside }: SourceDelivery, translate: Translate): string {
  const parts = [
    added > 0 ? translate('sourceHealth.added', { count: added }) : '',
    updated > 0 ? translate('sourceHealth.updated', { count: updated }) : '',
    unchanged > 0 ? translate('sourceHealth.unchanged', { count: unchanged }) : '',
    setAside.length > 0 ? setAsideWords(setAside, translate) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? translate('sourceHealth.empty') : parts.join(', ');
}

/** What was set aside, each kind by its name in the house's words, as far as there is one. */
export function setAsideWords(setAside: readonly SetAside[], translate: Translate): string {
  const what = setAside.map((one) => {
    const key = `sourceHealth.aside.${one.what.toLowerCase()}`;
    return isMessageKey(key) ? translate(key) : one.what;
  });
  return translate('sourceHealth.setAside', { count: countOf(setAside), what: what.join(', ') });
}

export function countOf(setAside: readonly SetAside[]): number {
  return setAside.reduce((sum, { count }) => sum + count, 0);
}
