import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { REQUIRABLE_BLOCKS, type RequiredPart } from '../../../../shared/contract/story-types.ts';
import { useTranslate } from '../../../i18n.ts';
import {
  Heading,
  History,
  Info,
  MessageSquareText,
  RadioTower,
  SpellCheck,
  TextQuote,
  type Icon,
} from '../../../ui/icons/icons.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { classes } from '../../../ui/classes.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { CheckDesk } from '../checks/check-desk.ts';
import { ChecksTab } from '../checks/ChecksTab.tsx';
import { useFindingCount } from '../checks/use-check-desk.ts';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { useSelected, useStore } from '../../../store.ts';
import { NotesTab } from '../notes/NotesTab.tsx';
import type { ReviewDesk } from '../notes/use-review.ts';
import { goToField, goToFieldSoon } from '../go-to-field.ts';
import { ProvenanceTab } from '../provenance/ProvenanceTab.tsx';
import { SourcesTab } from '../sources/SourcesTab.tsx';
import { useMissingParts } from '../story-type/use-missing-parts.ts';
import { HeadlinesTab } from '../headlines/HeadlinesTab.tsx';
import { DetailsTab } from './DetailsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { headOf, tabOfField, type InspectorTab } from './inspector-tab.ts';
import styles from './inspector.module.css';

interface InspectorProps {
  desk: DraftDesk;
  draft: Draft;
  editor: EditorHandle | null;
  checks: CheckDesk | null;
  review: ReviewDesk;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  /** False while the list is shown in front. */
  active: boolean;
  /** Escape: back to the copy, as from the wire's reading pane to its list. */
  onLeave: () => void;
  ref: Ref<HTMLElement>;
}

/** The pane beside the copy. */
export function Inspector({
  desk,
  draft,
  editor,
  checks,
  review,
  tab,
  onTab,
  active,
  onLeave,
  ref,
}: InspectorProps): ReactElement {
  const translate = useTranslate();
  const writes = useStore(draft.writes);
  const sources = useSelected(draft.meta, (meta) => meta.sources);
  const references = useSelected(draft.meta, (meta) => meta.references);
  const alarming = sources.some((source) => source.outdated || source.effectiveStatus !== 'usable');
  const findings = useFindingCount(checks);
  const openNotes = useSelected(
    draft.notes,
    (notes) => notes.filter(({ resolved }) => resolved === null).length,
  );
  const missing = useMissingParts(draft, checks);
  function goToPart(part: RequiredPart): void {
    if (REQUIRABLE_BLOCKS.some((block) => block === part)) editor?.focusEnd();
    else if (!goToField(part, null)) {
      onTab(tabOfField(part));
      goToFieldSoon(part, null);
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
    // What opens from it, and what an input method has of its letters, is closed or dropped first.
    if (event.key !== 'Escape' || !isHere || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLeave();
  }
  return (
    // Escape leads back to the copy; nothing here is clicked.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={ref}
      className={styles.inspector}
      aria-label={translate('composer.inspector')}
      onKeyDown={onKeyDown}
    >
      <Tabs<InspectorTab>
        className={styles.tabs ?? ''}
        label={translate('composer.inspector')}
        value={headOf(tab)}
        onChange={onTab}
        items={[
          {
            value: 'details',
            label: <Head icon={Info} name={translate('inspector.details')} />,
            aside: missing.length > 0 && (
              <span
                className={classes(styles.count, styles.alarm)}
                title={translate('storyTypes.count', { count: missing.length })}
              >
                {missing.length}
              </span>
            ),
          },
          {
            value: 'sources',
            label: <Head icon={RadioTower} name={translate('inspector.sources')} />,
            aside: sources.length + references.length > 0 && (
              <span className={classes(styles.count, alarming && styles.alarm)}>
                {sources.length + references.length}
              </span>
            ),
          },
          {
            value: 'checks',
            label: <Head icon={SpellCheck} name={translate('inspector.checks')} />,
            aside: findings.count > 0 && (
              <span className={classes(styles.count, findings.alarming && styles.urgent)}>
                {findings.count > 99 ? '99+' : findings.count}
              </span>
            ),
          },
          { value: 'provenance', label: <Head icon={TextQuote} name={translate('inspector.provenance')} /> },
          { value: 'headlines', label: <Head icon={Heading} name={translate('inspector.headlines')} /> },
          {
            value: 'notes',
            label: <Head icon={MessageSquareText} name={translate('inspector.notes')} />,
            aside: openNotes > 0 && <span className={styles.count}>{openNotes}</span>,
          },
          { value: 'revisions', label: <Head icon={History} name={translate('inspector.history')} /> },
        ]}
      >
        {tab === 'details' && (
          <fieldset className={styles.fields} disabled={!writes}>
            <DetailsTab draft={draft} missing={missing} onGoTo={goToPart} />
          </fieldset>
        )}
        {tab === 'headlines' && <HeadlinesTab draft={draft} />}
        {tab === 'sources' && <SourcesTab draft={draft} editor={editor} />}
        {tab === 'checks' && active && checks !== null && editor !== null && (
          <ChecksTab
            draft={draft}
            desk={checks}
            editor={editor}
            onHiddenField={(field) => onTab(tabOfField(field))}
          />
        )}
        {tab === 'provenance' && active && checks !== null && editor !== null && (
          <ProvenanceTab draft={draft} desk={checks} editor={editor} />
        )}
        {tab === 'notes' && active && <NotesTab draft={draft} review={review} />}
        {(tab === 'revisions' || tab === 'trail') && active && (
          <HistoryTab desk={desk} draft={draft} part={tab} onPart={onTab} />
        )}
      </Tabs>
    </aside>
  );
}

/** The name of a tab; where not all have room, its sign stands for it until it is chosen. */
function Head({ icon: Icon, name }: { icon: Icon; name: string }): ReactElement {
  return (
    <span className={styles.head} title={name}>
      <Icon size={16} />
      <span>{name}</span>
    </span>
  );
}
