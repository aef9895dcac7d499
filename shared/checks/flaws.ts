/** What of a copy a reader should not meet: asked by the way to the reader, of the very checks the composer shows. */
import type { ArticleFields } from '../contract/articles.ts';
import type { Finding } from '../contract/checks.ts';
import type { ArticleDocument } from '../document/vocabulary.ts';
import type { CopyFlaws } from '../domain/article-state.ts';
import { checkDates } from './dates.ts';
import { tellFinding, type CheckContext } from './found.ts';
import { checkPicture } from './lengths-and-pictures.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkedBlocksOf } from './segments.ts';

/** `ignored`: keys of findings a person has decided to leave. Linear in the copy. */
export function findFlaws(
  { fields, document }: { fields: ArticleFields; document: ArticleDocument },
  context: CheckContext,
  ignored: ReadonlySet<string>,
): CopyFlaws {
  const findings: Finding[] = checkedBlocksOf(fields, document)
    .flatMap(({ segments }) => segments)
    .flatMap((segment) =>
      [checkPlaceholders, checkDates, checkPicture].flatMap((check) =>
        check(segment, context).map((found) => tellFinding(found, segment, 0)),
      ),
    )
    .filter(({ key }) => !ignored.has(key));
  const wordsOf = (check: Finding['check']): string[] => [
    ...new Set(findings.filter((finding) => finding.check === check).map(({ text }) => text)),
  ];
  return {
    placeholders: wordsOf('placeholder'),
    dates: wordsOf('date'),
    picturesWithoutAlt: findings.filter(({ code }) => code === 'alt-missing').length,
  };
}
