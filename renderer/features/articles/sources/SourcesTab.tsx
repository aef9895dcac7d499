import { useState, type ReactElement } from 'react';
import type { ArticleReference, ArticleSource } from '../../../../shared/contract/article-sources.ts';
import { useTranslate } from '../../../i18n.ts';
import { useStore } from '../../../store.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { classes } from '../../../ui/classes.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { FileText, Globe, RadioTower, X, type Icon } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { AddSource } from './AddSource.tsx';
import { ReferenceText } from './ReferenceText.tsx';
import { SourceState, SourceStateBadge } from './SourceState.tsx';
import { useSourceActions } from './use-source-actions.ts';
import { WireText } from './WireText.tsx';
import styles from './sources.module.css';

interface SourcesTabProps {
  draft: Draft;
  editor: EditorHandle | null;
}

/** What the article was made from: stories, pages and files, put to it, taken off it and read beside it. */
export function SourcesTab({ draft, editor }: SourcesTabProps): ReactElement {
  const translate = useTranslate();
  const { sources, references } = useStore(draft.meta);
  const writes = useStore(draft.writes);
  const actions = useSourceActions(draft);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const ids = [...sources.map(idOfStory), ...references.map(({ referenceId }) => referenceId)];
  const shownId = chosenId !== null && ids.includes(chosenId) ? chosenId : ids[0];
  const story = sources.find((source) => idOfStory(source) === shownId);
  const reference = references.find(({ referenceId }) => referenceId === shownId);
  return (
    <FileDrop
      words={{ drop: translate('articleSources.drop'), kinds: translate('articleSources.drop.kinds') }}
      working={null}
      onFiles={([first]) => writes && setFile(first ?? null)}
    >
      <div className={styles.sources}>
        {writes && <AddSource actions={actions} file={file} onFile={setFile} />}
        {sources.map((source) => (
          <SourceState key={source.storyId} source={source} />
        ))}
        {ids.length === 0 && (
          <EmptyState icon={FileText} title={translate('sources.empty.title')}>
            {translate('sources.empty.text')}
          </EmptyState>
        )}
        {ids.length > 0 && (
          <>
            <h3 className={styles.caption}>{translate('sources.used')}</h3>
            <ul className={styles.list}>
              {sources.map((source) => (
                <Row
                  key={source.storyId}
                  icon={RadioTower}
                  name={`${source.sourceName} · ${source.headline}`}
                  source={source}
                  chosen={source === story}
                  onChoose={() => setChosenId(idOfStory(source))}
                  onRemove={writes ? () => void actions.removeStory(source) : null}
                />
              ))}
              {references.map((one) => (
                <Row
                  key={one.referenceId}
                  icon={one.kind === 'web' ? Globe : FileText}
                  name={one.name}
                  source={one}
                  chosen={one === reference}
                  onChoose={() => setChosenId(one.referenceId)}
                  onRemove={writes ? () => void actions.removeReference(one) : null}
                />
              ))}
            </ul>
          </>
        )}
        {story !== undefined && (
          <WireText key={story.storyId} source={story} editor={writes ? editor : null} actions={actions} />
        )}
        {reference !== undefined && (
          <ReferenceText
            key={reference.referenceId}
            articleId={draft.articleId}
            reference={reference}
            editor={writes ? editor : null}
          />
        )}
      </div>
    </FileDrop>
  );
}

function idOfStory({ storyId }: ArticleSource): string {
  return `story:${storyId}`;
}

interface RowProps {
  icon: Icon;
  name: string;
  source: ArticleSource | ArticleReference;
  chosen: boolean;
  onChoose: () => void;
  /** Null where the article is only read here. */
  onRemove: (() => void) | null;
}

function Row({ icon: Icon, name, source, chosen, onChoose, onRemove }: RowProps): ReactElement {
  const translate = useTranslate();
  const isStory = 'storyId' in source;
  const withdrawn = isStory && source.effectiveStatus === 'canceled';
  return (
    <li className={classes(styles.row, chosen && styles.chosen)}>
      <button
        type="button"
        className={styles.source}
        aria-pressed={chosen}
        title={isStory ? name : (source.address ?? name)}
        onClick={onChoose}
      >
        <Icon size={15} />
        <span className={classes(styles.name, withdrawn && styles.withdrawn)}>{name}</span>
        {source.creditName !== '' && <span className={styles.creditName}>{source.creditName}</span>}
        {isStory && <SourceStateBadge source={source} />}
      </button>
      {onRemove !== null && (
        <IconButton
          icon={X}
          size="small"
          label={translate('articleSources.remove', { name })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}
