import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { FlaskConical, Radio, type Icon } from '../../../ui/icons/icons.ts';
import type { Begin } from './use-begin.ts';
import styles from './first-run.module.css';

/** What to fill the wire with. */
export function BeginChoice({ begin }: { begin: Begin }): ReactElement {
  const translate = useTranslate();
  return (
    <section className={styles.begin} aria-labelledby="begin">
      <h2 id="begin">{translate('firstRun.begin')}</h2>
      <BeginCard
        icon={FlaskConical}
        title={translate('sample.name')}
        text={translate('firstRun.sample.text')}
        main
        busy={begin.working}
        onClick={() => void begin.withSample()}
      />
      <BeginCard
        icon={Radio}
        title={translate('firstRun.sources')}
        text={translate('firstRun.sources.text')}
        busy={begin.working}
        onClick={() => void begin.withSources()}
      />
    </section>
  );
}

interface BeginCardProps {
  icon: Icon;
  title: string;
  text: string;
  /** What most begin with. */
  main?: boolean;
  busy: boolean;
  onClick: () => void;
}

function BeginCard({ icon: Icon, title, text, main = false, busy, onClick }: BeginCardProps): ReactElement {
  return (
    <button
      type="button"
      className={classes(styles.card, main && styles.main)}
      disabled={busy}
      aria-busy={busy}
      onClick={onClick}
    >
      <Icon size={20} />
      <span>
        <strong>{title}</strong>
        <span>{text}</span>
      </span>
    </button>
  );
}
