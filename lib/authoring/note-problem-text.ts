import type { Locale } from '@/lib/core/content/content'
import { defineText } from '@/lib/platform/i18n/define-text'
import type { NoteProblem } from './check-note'
import { sayProblem } from './deck-problem-text'

/** `zh: 1, 2; en: –` as a sentence has it. */
const inWords = (detail: string, zh: string, en: string, none: string) =>
  detail.replace('zh: ', zh).replace('en: ', en).replace('–', none)

/** Where the editor's words are others than those of a deck file, which has lines with a meaning. */
const text = defineText({
  en: {
    'no-language': () => 'This note has no text in either language yet.',
    'front-missing': () => 'The front is empty.',
    'back-missing': () => 'The back is empty.',
    'answers-missing': () => 'A typed note needs at least one accepted answer.',
    'answers-not-allowed': () => 'Only typed notes have accepted answers.',
    'cloze-missing': () =>
      'Nothing is hidden yet. Select some text and make a cloze of it: {{c1::hidden text}}.',
    'cloze-numbers-differ': (detail: string) =>
      `Both languages are one card in memory, so they must hide the same numbers (${inWords(detail, 'Chinese: ', 'English: ', 'none')}).`,
    'exercise-unknown': (detail: string) =>
      detail === ''
        ? 'Choose the exercise that this note asks.'
        : `There is no exercise “${detail}”, or not with these parameters.`,
    'image-missing': () => 'A picture that this text names is not there. Add it again.',
    'image-refused': () =>
      'Only pictures that were added to the deck can be shown. Add it with paste or drop.',
  },
  zh: {
    'no-language': () => '这条笔记还没有任何一种语言的内容。',
    'front-missing': () => '正面是空的。',
    'back-missing': () => '背面是空的。',
    'answers-missing': () => '输入题至少需要一个可接受的答案。',
    'answers-not-allowed': () => '只有输入题才有可接受的答案。',
    'cloze-missing': () => '还没有挖空。选中文字即可挖空：{{c1::被隐藏的文字}}。',
    'cloze-numbers-differ': (detail: string) =>
      `两种语言共用同一份记忆，挖空编号必须一致（${inWords(detail, '中文：', '英文：', '无').replace('; ', '；')}）。`,
    'exercise-unknown': (detail: string) =>
      detail === '' ? '请选择这条笔记要出的练习。' : `没有练习“${detail}”，或它没有这样的参数。`,
    'image-missing': () => '文中引用的图片不存在，请重新添加。',
    'image-refused': () => '只能显示已添加到牌组里的图片，请用粘贴或拖放添加。',
  },
})

/** One clear sentence for who edits the note; its place is told apart from it. */
export function describeNoteProblem({ code, detail = '', said }: NoteProblem, locale: Locale): string {
  if (said !== undefined) return said[locale]
  const words: Partial<Record<NoteProblem['code'], (detail: string) => string>> = text[locale]
  return words[code]?.(detail) ?? sayProblem(code, detail, locale)
}

export type ToldProblem = Omit<NoteProblem, 'said'> & { message: string }

export const tellProblems = (problems: NoteProblem[], locale: Locale): ToldProblem[] =>
  problems.map(({ said, ...place }) => ({
    ...place,
    message: describeNoteProblem({ ...place, ...(said && { said }) }, locale),
  }))
