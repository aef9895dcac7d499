/**
 * The commands that have keys or stand in the application menu: the one list of every shortcut. The page runs them
 * (renderer/commands.ts), Electron's menu names them by the same words and keys.
 */
import type { MessageKey } from '../i18n/translate.ts';

export type CommandGroup = Extract<MessageKey, `palette.group.${string}`>;

export interface ListedCommand {
  title: MessageKey;
  group: CommandGroup;
  /**
   * `w`, `?`, `ArrowDown`, `Mod+k` (Ctrl, on a Mac Command), `Mod+Shift+p`. Keys without `Mod` are not taken while
   * the person types into a field.
   */
  keys: readonly string[];
}

function inGroup(group: CommandGroup) {
  return (title: MessageKey, ...keys: readonly string[]): ListedCommand => ({ title, group, keys });
}

const go = inGroup('palette.group.go');
const wire = inGroup('palette.group.wire');
const article = inGroup('palette.group.article');
const publishing = inGroup('palette.group.publishing');
const fronts = inGroup('palette.group.fronts');
const people = inGroup('palette.group.people');
const look = inGroup('palette.group.look');
const help = inGroup('palette.group.help');

export const listedCommands = {
  'go.wire': go('command.goWire', 'Mod+1'),
  'go.articles': go('command.goArticles', 'Mod+2'),
  'go.fronts': go('command.goFronts', 'Mod+3'),
  'go.outbox': go('command.goOutbox', 'Mod+4'),
  'go.schedule': go('command.goSchedule', 'Mod+Shift+4'),
  'go.impact': go('impact.command', 'Mod+Shift+2'),
  'go.settings': go('command.goSettings', 'Mod+,'),

  'wire.writeFromWire': wire('wire.action.write', 'w'),
  'wire.addToArticle': wire('wire.action.addToArticle', 't'),
  'wire.next': wire('wire.action.next', 'j'),
  'wire.previous': wire('wire.action.previous', 'k'),
  'wire.markUnread': wire('wire.action.markUnread', 'u'),
  'wire.claim': wire('wire.mark.claim', 'c'),
  'wire.flag': wire('wire.mark.flag', 'f'),
  'wire.spike': wire('wire.mark.spike', 'x'),
  'wire.note': wire('wire.mark.note', 'e'),
  'wire.compare': wire('wire.versions.compare', 'v'),
  'wire.nextSource': wire('duplicates.next', 's'),
  'wire.compareSources': wire('duplicates.compare', 'b'),
  'wire.separate': wire('duplicates.separate.command', 'p'),
  'wire.join': wire('duplicates.join.command', 'g'),
  'wire.bringIn': wire('wire.action.bringIn', 'n'),
  'wire.search': wire('wire.action.search', '/'),
  'wire.paste': wire('wire.action.paste'),
  'wire.import': wire('wire.action.import'),
  'wire.addSource': wire('wire.action.addSource'),
  'wire.checkAll': wire('wire.action.checkAll'),
  'wire.pauseAll': wire('command.pauseWire'),
  'wire.resumeAll': wire('command.resumeWire'),

  'article.new': article('command.newArticle', 'Mod+Alt+n'),
  'articles.import': article('import.command', 'Mod+Alt+i'),
  'article.saveRevision': article('command.article.saveRevision', 'Mod+s'),
  'article.nameRevision': article('command.article.nameRevision', 'Mod+Shift+s'),
  'article.preview': article('command.article.preview', 'Mod+Shift+p'),
  'article.publish': article('command.article.publish', 'Mod+Enter'),
  'article.correct': article('command.article.correct', 'Mod+Alt+c'),
  'article.reply': article('command.article.reply'),
  'article.withdraw': article('command.article.withdraw'),
  'article.record': article('command.article.record'),
  'article.forward': article('command.article.forward'),
  'article.write': article('command.article.write', 'Mod+Alt+0'),
  'article.toolbar': article('command.article.toolbar', 'Mod+Alt+9'),
  'article.details': article('command.article.details', 'Mod+Alt+1'),
  'article.sources': article('command.article.sources', 'Mod+Alt+2'),
  'article.revisions': article('command.article.revisions', 'Mod+Alt+3'),
  'article.trail': article('command.article.trail', 'Mod+Alt+4'),
  'article.checks': article('command.article.checks', 'Mod+Alt+5'),
  'article.provenance': article('command.article.provenance', 'Mod+Alt+7'),
  'article.nextFinding': article('command.article.nextFinding', 'Mod+.'),
  'article.headlines': article('command.article.headlines', 'Mod+Alt+h'),
  'article.outline': article('outline.title', 'Mod+Shift+o'),
  'article.quiet': article('command.article.quiet', 'Mod+Shift+f'),
  'article.find': article('command.article.find', 'Mod+f'),
  'article.replace': article('command.article.replace', 'Mod+h', 'Mod+Alt+f'),
  'article.findNext': article('command.article.findNext', 'Mod+g'),
  'article.findPrevious': article('command.article.findPrevious', 'Mod+Shift+g'),
  'article.notes': article('command.article.notes', 'Mod+Alt+6'),
  'article.addNote': article('notes.add', 'Mod+Alt+m'),
  'article.suggesting': article('suggest.mode', 'Mod+Alt+x'),
  'article.acceptSuggestion': article('suggest.accept', 'Mod+Alt+a'),
  'article.rejectSuggestion': article('suggest.reject', 'Mod+Alt+r'),
  'article.acceptAll': article('suggest.acceptAll'),
  'article.rejectAll': article('suggest.rejectAll'),
  'article.nextMark': article('command.article.nextMark', 'Mod+Alt+j'),
  'article.previousMark': article('command.article.previousMark', 'Mod+Alt+k'),
  'article.send': article('command.article.send', 'Mod+Alt+s'),
  'article.take': article('command.article.take', 'Mod+Alt+g'),
  'article.finish': article('command.article.finish', 'Mod+Alt+e'),
  'article.back': article('command.article.back', 'Escape'),
  'articles.next': article('articles.next', 'j', 'ArrowDown'),
  'articles.previous': article('articles.previous', 'k', 'ArrowUp'),
  'articles.open': article('articles.open', 'Enter'),
  'articles.trash': article('articles.trash', 'Delete', '#'),
  'articles.untrash': article('articles.untrash', 'u'),
  'articles.mine': article('command.articles.mine', 'm'),
  'articles.send': article('command.article.send', 's'),
  'articles.find': article('articles.find', '/'),

  'outbox.next': publishing('publishing.command.next', 'j', 'ArrowDown'),
  'outbox.previous': publishing('publishing.command.previous', 'k', 'ArrowUp'),
  'outbox.retry': publishing('publishing.command.retry', 'r'),
  'outbox.cancel': publishing('publishing.command.cancel', 'x'),
  'outbox.article': publishing('publishing.command.article', 'o'),
  'outbox.live': publishing('publishing.command.live', 'l'),

  'impact.next': article('articles.next', 'j', 'ArrowDown'),
  'impact.previous': article('articles.previous', 'k', 'ArrowUp'),
  'impact.apply': article('impact.command.apply', 'Mod+Enter'),
  'impact.dismiss': article('impact.command.dismiss', 'x'),

  'schedule.previousWeek': publishing('schedule.previousWeek', '['),
  'schedule.nextWeek': publishing('schedule.nextWeek', ']'),
  'schedule.thisWeek': publishing('schedule.thisWeek', 't'),

  'fronts.search': fronts('command.fronts.search', '/'),
  'fronts.undo': fronts('fronts.undo', 'Mod+z'),
  'fronts.redo': fronts('fronts.redo', 'Mod+Shift+z'),
  'fronts.launch': fronts('command.fronts.launch', 'Mod+Enter'),
  'fronts.history': fronts('command.fronts.history', 'h'),
  'fronts.discard': fronts('command.fronts.discard'),
  'fronts.choose': fronts('command.fronts.choose', 'x'),
  'fronts.chooseAll': fronts('command.fronts.chooseAll'),
  'fronts.pin': fronts('command.fronts.pin', 'p'),
  'fronts.lock': fronts('command.fronts.lock', 'l'),
  'fronts.up': fronts('command.fronts.up', 'Alt+ArrowUp'),
  'fronts.down': fronts('command.fronts.down', 'Alt+ArrowDown'),
  'fronts.copy': fronts('command.fronts.copy', 'c'),
  'fronts.paste': fronts('command.fronts.paste', 'v'),
  'fronts.remove': fronts('command.fronts.remove', 'Delete'),
  'fronts.addCollection': fronts('command.fronts.addCollection'),
  'fronts.addFront': fronts('command.fronts.addFront'),

  'people.switch': people('people.command.switch', 'Mod+Alt+o'),
  'people.manage': people('people.command.manage'),

  'comments.next': publishing('comments.do.next', 'j', 'ArrowDown'),
  'comments.previous': publishing('comments.do.previous', 'k', 'ArrowUp'),
  'comments.choose': publishing('comments.do.choose', 'x'),
  'comments.approved': publishing('comments.do.approved', 'a'),
  'comments.hold': publishing('comments.do.hold', 'h'),
  'comments.spam': publishing('comments.do.spam', 's'),
  'comments.trash': publishing('comments.do.trash', 'Delete', '#'),
  'comments.reply': publishing('comments.do.reply', 'r'),
  'comments.complaint': publishing('comments.do.complaint', 'p'),

  'look.theme.system': look('command.theme.system'),
  'look.theme.light': look('command.theme.light'),
  'look.theme.dark': look('command.theme.dark'),

  'help.palette': help('command.palette', 'Mod+k'),
  'help.shortcuts': help('command.shortcuts', '?'),
} satisfies Record<string, ListedCommand>;

export type ListedCommandId = keyof typeof listedCommands;

/** Whether a command is in the list. */
export function isListed(id: string): id is ListedCommandId {
  return Object.hasOwn(listedCommands, id);
}

/** What the list says of a command, for the screen that offers it. */
export function listed(id: ListedCommandId): Pick<ListedCommand, 'title' | 'group'> & { id: string } {
  const { title, group } = listedCommands[id];
  return { id, title, group };
}
