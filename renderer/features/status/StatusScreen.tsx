import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { useLateThings } from '../../health/use-late-things.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CircleCheck, ClipboardCopy, TriangleAlert } from '../../ui/icons/icons.ts';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { ResizablePanes } from '../../ui/ResizablePanes.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { LateItem } from './LateItem.tsx';
import { LogPane } from './LogPane.tsx';
import { RunningFacts } from './RunningFacts.tsx';
import { useReport } from './use-report.ts';
import styles from './StatusScreen.module.css';

/** How the workstation stands, on one page: what is behind, since when and why; the rest; the log. */
export function StatusScreen(): ReactElement {
  return (
    <ResizablePanes
      name="status"
      panes={[
        { id: 'state', minWidth: 400, children: <StatePane /> },
        { id: 'log', width: { wide: 518, narrow: 396 }, minWidth: 280, maxWidth: 800, children: <LogPane /> },
      ]}
    />
  );
}

function StatePane(): ReactElement {
  const translate = useTranslate();
  const things = useLateThings();
  const copyReport = useReport(things);
  const fine = things.length === 0;
  const Icon = fine ? CircleCheck : TriangleAlert;
  return (
    <section className={styles.pane} aria-label={translate('health.title')}>
      <PaneHeader className={styles.header ?? ''}>
        <h1 className={styles.title}>{translate('health.title')}</h1>
        <span className={classes(styles.summary, fine ? styles.fine : styles.late)} role="status">
          <Icon size={14} />
          {fine ? translate('health.fine') : translate('health.late', { count: things.length })}
        </span>
        <Tooltip label={translate('health.report.hint')}>
          <Button size="small" icon={ClipboardCopy} onClick={() => void copyReport()}>
            {translate('health.report')}
          </Button>
        </Tooltip>
      </PaneHeader>
      <div className={styles.body}>
        {fine ? (
          <div className={styles.nothing}>
            <EmptyState icon={CircleCheck} title={translate('health.none.title')}>
              {translate('health.none.text')}
            </EmptyState>
          </div>
        ) : (
          <>
            <h2 className={styles.label}>{translate('health.attention')}</h2>
            <ul role="list" className={styles.things}>
              {things.map((thing) => (
                <LateItem key={`${thing.kind} ${thing.id}`} thing={thing} />
              ))}
            </ul>
          </>
        )}
        <h2 className={styles.label}>{translate('health.running')}</h2>
        <RunningFacts things={things} />
      </div>
    </section>
  );
}
