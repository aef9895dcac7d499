import { useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactElement } from 'react';
import { ALIGNMENT_KINDS, type SourceOfSentences } from '../../../../shared/contract/provenance.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { useStore } from '../../../store.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { TextQuote, TriangleAlert } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { classes } from '../../../ui/classes.ts';
import type { CheckDesk } from '../checks/check-desk.ts';
import type { AlignedBlock } from '../checks/placed-findings.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSentenceInHand, type SentenceInHand } from './use-sentence-in-hand.ts';
import styles from './provenance.module.css';

interface ProvenanceTabProps {
  draft: Draft;
  desk: CheckDesk;
  editor: EditorHandle;
}

/** Where the sentence in hand came from, and the other way round: what of the sources was not used. */
export function ProvenanceTab({ draft, desk, editor }: ProvenanceTabProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const aligned = useStore(desk.alignment);
  const { sources: stories, references } = useStore(draft.meta);
  const [part, setPart] = useState<'sentence' | 'unused'>('sentence');
  const sentence = useSentenceInHand(editor, aligned);
  const { articleId } = draft;
  const hasSources = stories.length + references.length > 0;
  const answer = useQuery({
    ...queries.provenance.sources.queryOptions({ input: { articleId }, enabled: hasSources }),
    // What is read depends on the sources alone.
    queryKey: [
      ...queries.provenance.sources.queryKey({ input: { articleId } }),
      stories.map(({ storyId, versionId, effectiveStatus, embargoed }) => [
        storyId,
        versionId,
        effectiveStatus,
        embargoed,
      ]),
      references.map(({ referenceId }) => referenceId),
    ],
  });
  if (!hasSources) {
    return (
      <EmptyState icon={TextQuote} title={translate('provenance.none.title')}>
        {translate('provenance.none.text')}
      </EmptyState>
    );
  }
  if (answer.isError) {
    const { key, parameters } = errorMessage(answer.error);
    return (
      <EmptyState icon={TriangleAlert} tone="problem" title={translate('provenance.failed')}>
        {translate(key, parameters)}
      </EmptyState>
    );
  }
  if (answer.data === undefined) return <Skeleton lines={5} />;
  const { sources } = answer.data;
  return (
    <div className={styles.provenance}>
      <Kinds aligned={aligned} />
      <Tabs<'sentence' | 'unused'>
        label={translate('provenance.part')}
        look="pill"
        value={part}
        onChange={setPart}
        items={[
          { value: 'sentence', label: translate('provenance.part.sentence') },
          { value: 'unused', label: translate('provenance.part.unused') },
        ]}
      />
      {part === 'sentence' ? (
        <OfSentence sentence={sentence} sources={sources} />
      ) : (
        sources.map((source) => <Unused key={source.sourceId} source={source} aligned={aligned} />)
      )}
    </div>
  );
}

/** How much of the copy is whose: with the look each has in the margin. */
function Kinds({ aligned }: { aligned: readonly AlignedBlock[] }): ReactElement {
  const translate = useTranslate();
  const counts = Map.groupBy(
    aligned.flatMap(({ sentences }) => sentences),
    ({ kind }) => kind,
  );
  return (
    <ul className={styles.kinds} role="list" aria-label={translate('provenance.kinds')}>
      {ALIGNMENT_KINDS.map((kind) => (
        <li key={kind} data-kind={kind}>
          <i aria-hidden />
          {translate(`provenance.kind.${kind}`)} <b>{counts.get(kind)?.length ?? 0}</b>
        </li>
      ))}
    </ul>
  );
}

interface OfSentenceProps {
  sentence: SentenceInHand | null;
  sources: readonly SourceOfSentences[];
}

function OfSentence({ sentence, sources }: OfSentenceProps): ReactElement {
  const translate = useTranslate();
  if (sentence === null) return <p className={styles.hint}>{translate('provenance.choose')}</p>;
  return (
    <>
      <section className={styles.ours} aria-label={translate('provenance.ours')}>
        <Badge>{translate(`provenance.kind.${sentence.kind}`)}</Badge>
        <p>{sentence.text}</p>
      </section>
      {sentence.sources.length === 0 && (
        <p className={styles.hint}>{translate('provenance.kind.new.text')}</p>
      )}
      {sentence.sources.map((aligned) => {
        const source = sources.find(({ sourceId }) => sourceId === aligned.sourceId);
        return source === undefined ? null : (
          <InContext
            key={`${aligned.sourceId} ${aligned.sentence}`}
            source={source}
            sentence={aligned.sentence}
          />
        );
      })}
    </>
  );
}

function SourceHead({ source: { name, standing, language } }: { source: SourceOfSentences }): ReactElement {
  const translate = useTranslate();
  return (
    <header className={styles.head}>
      <h3>{name}</h3>
      {standing === 'withheld' && <Badge tone="red">{translate('provenance.withheld')}</Badge>}
      {language === 'en' && <p>{translate('provenance.otherLanguage')}</p>}
    </header>
  );
}

/** The sentence with the one before and behind it. */
function InContext({ source, sentence }: { source: SourceOfSentences; sentence: number }): ReactElement {
  const near = source.sentences.slice(Math.max(0, sentence - 1), sentence + 2);
  const first = Math.max(0, sentence - 1);
  return (
    <section className={styles.source} aria-label={source.name}>
      <SourceHead source={source} />
      <p className={styles.context}>
        {near.map(({ text }, at) => (
          <Fragment key={first + at}>
            {first + at === sentence ? <mark>{text.trim()}</mark> : text.trim()}{' '}
          </Fragment>
        ))}
      </p>
    </section>
  );
}

interface UnusedProps {
  source: SourceOfSentences;
  aligned: readonly AlignedBlock[];
}

function Unused({ source, aligned }: UnusedProps): ReactElement {
  const translate = useTranslate();
  const used = new Set(
    aligned
      .flatMap(({ sentences }) => sentences.flatMap(({ sources }) => sources))
      .flatMap(({ sourceId, sentence }) => (sourceId === source.sourceId ? [sentence] : [])),
  );
  const left = source.sentences.flatMap(({ text }, at) => (used.has(at) ? [] : [{ at, text }]));
  return (
    <section className={styles.source} aria-label={source.name}>
      <SourceHead source={source} />
      {left.length === 0 ? (
        <p className={styles.hint}>
          {translate(source.sentences.length === 0 ? 'provenance.noCopy' : 'provenance.unused.none')}
        </p>
      ) : (
        <ul className={classes(styles.context, styles.left)} aria-label={translate('provenance.unused')}>
          {left.map(({ at, text }) => (
            <li key={at}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
