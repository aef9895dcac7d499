/** What can be done with the article as a whole, by buttons, keys and the palette alike. */
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ArticleState } from '../../../../shared/contract/articles.ts';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { allowedTransitions } from '../../../../shared/domain/article-state.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { isQuiet, setQuiet } from '../../../quiet-mode.ts';
import type { Assignment } from '../../../../shared/contract/people.ts';
import { usePeople } from '../../../people.ts';
import { usePlacingCommands } from '../../../placing.ts';
import {
  ArrowLeft,
  Check,
  Eye,
  FileClock,
  FilePen,
  FileX,
  Footprints,
  Hand,
  Heading,
  History,
  Info,
  MessageSquareReply,
  RadioTower,
  Save,
  Send,
  SendHorizontal,
  SpellCheck,
  SquareArrowRight,
  TextQuote,
} from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import type { SendStart } from '../assignments/SendDialog.tsx';
import { useAssignments, type AssignmentActions } from '../assignments/use-assignments.ts';
import type { InspectorTab } from '../inspector/inspector-tab.ts';
import { useRevisionActions, type RevisionActions } from '../revisions/use-revisions.ts';

const FORWARD: Partial<Record<ArticleState, ArticleState>> = { draft: 'submitted', submitted: 'ready' };

export interface ArticleActions {
  state: ArticleState;
  /** The next step on the way to the reader; null where that is publishing itself. */
  forward: ArticleState | null;
  /** Other states it may go to by hand. */
  others: ArticleState[];
  moveTo: (to: ArticleState) => void;
  moving: boolean;
  revisions: RevisionActions;
  /** The window in which a revision is named. */
  naming: boolean;
  setNaming: (open: boolean) => void;
  previewing: boolean;
  setPreviewing: (open: boolean) => void;
  /** Whom the article lies with. */
  assignment: Assignment | null;
  assignments: AssignmentActions;
  /** What the dialog *Kirim ke …* is open with; null while it is shut. */
  sending: SendStart | null;
  setSending: (start: SendStart | null) => void;
  /** There is somebody else in the house to send it to. */
  canSend: boolean;
  /** The form about what readers have that is open; null for none. */
  filing: 'correction' | 'reply' | 'withdrawal' | null;
  setFiling: (form: ArticleActions['filing']) => void;
  publishing: boolean;
  setPublishing: (open: boolean) => void;
  /** The delivery whose article is compared with what was made of it at the site; null for none. */
  comparing: Delivery | null;
  /** Compares once what is typed is stored. */
  compare: (delivery: Delivery | null) => void;
  back: () => void;
}

export function useArticleActions(
  desk: DraftDesk,
  draft: Draft,
  { active, onTab }: { active: boolean; onTab: (tab: InspectorTab) => void },
): ArticleActions {
  const translate = useTranslate();
  const { client } = useCore();
  const state = useSelected(draft.meta, (meta) => meta.state);
  const [previewing, setPreviewing] = useState(false);
  const [naming, setNaming] = useState(false);
  const revisions = useRevisionActions(desk, draft);
  const [publishing, setPublishing] = useState(false);
  const [filing, setFiling] = useState<ArticleActions['filing']>(null);
  const [comparing, setComparing] = useState<Delivery | null>(null);
  const { articleId } = draft;
  const assignment = useSelected(draft.meta, (meta) => meta.assignment);
  const [sending, setSending] = useState<SendStart | null>(null);
  const { active: people } = usePeople();
  const canSend = people.length > 1;
  const isMine = assignment?.forMe === true && assignment.to.kind === 'person';
  const assignments = useAssignments(articleId, {
    before: () => draft.autosave.flush(),
    onChanged: (article) => desk.accept(article),
  });

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const move = useMutation({
    async mutationFn(to: ArticleState) {
      await draft.autosave.flush();
      return client.articles.changeState({ articleId, to });
    },
    onSuccess: (article) => desk.accept(article),
    onError(error) {
      if (typedCoreError(error)?.code === 'NOT_READY') onTab('details');
      tell(error);
    },
  });
  const forward = FORWARD[state] ?? null;
  const others = allowedTransitions(state).filter((to) => to !== 'published' && to !== forward);
  /** What goes out is what is stored, so that comes first. */
  function file(form: ArticleActions['filing']): void {
    if (form === null) setFiling(null);
    else void draft.autosave.flush().then(() => setFiling(form));
  }
  function back(): void {
    void draft.autosave.flush();
    navigate({ screen: 'articles', articleId: null });
  }

  const headline = useSelected(draft.fields, (fields) => fields.headline);
  const placeable = useMemo(() => ({ articleId, headline }), [articleId, headline]);
  usePlacingCommands(active ? placeable : null);

  useCommands(
    active
      ? [
          {
            ...listed('article.saveRevision'),
            icon: Save,
            run: () => revisions.cut(''),
          },
          {
            ...listed('article.nameRevision'),
            icon: Save,
            run: () => setNaming(true),
          },
          {
            ...listed('article.preview'),
            icon: Eye,
            run: () => setPreviewing(true),
          },
          {
            ...listed('article.publish'),
            icon: Send,
            run: () => setPublishing(true),
          },
          {
            ...listed('article.correct'),
            icon: FilePen,
            enabled: state === 'published',
            run: () => file('correction'),
          },
          {
            ...listed('article.reply'),
            icon: MessageSquareReply,
            enabled: state === 'published',
            run: () => file('reply'),
          },
          {
            ...listed('article.withdraw'),
            icon: FileX,
            enabled: state === 'published',
            run: () => file('withdrawal'),
          },
          {
            ...listed('article.record'),
            icon: FileClock,
            run: () => navigate({ screen: 'record', articleId }),
          },
          {
            ...listed('article.forward'),
            icon: SquareArrowRight,
            enabled: forward !== null,
            run: () => forward !== null && move.mutate(forward),
          },
          {
            ...listed('article.details'),
            icon: Info,
            run: () => onTab('details'),
          },
          {
            ...listed('article.headlines'),
            icon: Heading,
            run: () => onTab('headlines'),
          },
          {
            ...listed('article.sources'),
            icon: RadioTower,
            run: () => onTab('sources'),
          },
          {
            ...listed('article.checks'),
            icon: SpellCheck,
            run: () => onTab('checks'),
          },
          {
            ...listed('article.provenance'),
            icon: TextQuote,
            run: () => onTab('provenance'),
          },
          {
            ...listed('article.revisions'),
            icon: History,
            run: () => onTab('revisions'),
          },
          {
            ...listed('article.trail'),
            icon: Footprints,
            run: () => onTab('trail'),
          },
          {
            ...listed('article.send'),
            icon: SendHorizontal,
            enabled: canSend,
            run: () => setSending({ to: null, returning: false }),
          },
          {
            ...listed('article.take'),
            icon: Hand,
            enabled: canSend && !isMine,
            run: assignments.take,
          },
          {
            ...listed('article.finish'),
            icon: Check,
            enabled: assignment?.forMe === true,
            run: () => assignment !== null && assignments.finish(assignment.assignmentId),
          },
          {
            ...listed('article.back'),
            icon: ArrowLeft,
            run: () => (isQuiet() ? setQuiet(false) : back()),
          },
        ]
      : [],
  );

  return {
    state,
    forward,
    others,
    moveTo: (to) => move.mutate(to),
    moving: move.isPending,
    revisions,
    naming,
    setNaming,
    assignment,
    assignments,
    sending,
    setSending,
    canSend,
    previewing,
    setPreviewing,
    filing,
    setFiling: file,
    publishing,
    setPublishing,
    comparing,
    compare(delivery) {
      setPublishing(false);
      void draft.autosave.flush().then(() => setComparing(delivery));
    },
    back,
  };
}
