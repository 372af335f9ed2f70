import type { Locale } from '@/lib/core/content/content'
import { defineText } from '@/lib/platform/i18n/define-text'
import type { DeckProblem } from './prepare-deck'

type Code = DeckProblem['code']
type Sentence = (detail: string) => string

const LANGUAGE: Record<Locale, Record<Locale, string>> = {
  en: { zh: 'Chinese', en: 'English' },
  zh: { zh: '中文', en: '英文' },
}

const text = defineText({
  en: {
    'file-too-long': () => 'The file is longer than 5 million characters.',
    'front-matter-missing': () => 'The file must begin with a line “---” and the deck’s key and title.',
    'front-matter-unclosed': () => 'The head of the file is not closed by a line “---”.',
    yaml: (detail: string) => `This is not valid YAML, or not what belongs here: ${detail}.`,
    'yaml-unknown-key': (detail: string) => `“${detail}” means nothing here.`,
    'deck-key': () =>
      'The deck needs a key of lower-case letters, digits and hyphens, such as “deck: rnn-lstm-gru”.',
    'title-missing': () =>
      'The deck needs a title in at least one language: “title:” with “zh:” or “en:” under it.',
    'text-outside-note': (detail: string) => `Text before the first note (“## key”): ${detail}`,
    'no-notes': () => 'The file has no notes. A note begins with a line “## key”.',
    'too-many-notes': () => 'The file has more than 20,000 notes.',
    'note-key': (detail: string) =>
      `“${detail}” cannot be a note’s key: use letters, digits, “-”, “_” and “.”, at most 80 of them.`,
    'note-key-twice': (detail: string) => `There is already a note “${detail}” above.`,
    'kind-unknown': (detail: string) =>
      `“${detail}” is not a kind: use basic, reversed, cloze, typed or exercise.`,
    tags: () => 'Tags are a list of words, at most 50, each of at most 60 characters and without commas.',
    'exercise-missing': () => 'An exercise note says which: “exercise: id”.',
    'exercise-unknown': (detail: string) =>
      `There is no exercise “${detail}”, or not with these parameters: “rung” and “form” (stepwise or hard).`,
    exercise: (detail: string) => detail,
    'exercise-malformed': (detail: string) =>
      `The exercise is not written as docs/deck-format.md describes it, here: ${detail}.`,
    'exercise-not-allowed': () => 'Only a note of kind “exercise” has an exercise and parameters.',
    parameters: () => 'Parameters are names with values.',
    'language-unknown': (detail: string) => `“${detail}” is not a language of this house: use zh or en.`,
    'language-twice': () => 'This note already has that language above.',
    'separator-twice': () =>
      'A second “---” in the same language. For a line across the card write “***”; as text write “\\---”.',
    'no-language': () => 'This note has no text: begin a language with “### zh” or “### en”.',
    'front-missing': () => 'The front is empty.',
    'back-missing': () => 'The back is empty: it comes after a line “---”.',
    'answers-missing': () => 'A typed note needs an accepted answer: a line that begins with “= ”.',
    'answers-not-allowed': () => 'Only typed notes have accepted answers (“= …”). As text write “\\= …”.',
    'cloze-missing': () => 'A cloze note needs something hidden: {{c1::hidden text}}.',
    'cloze-numbers-differ': (detail: string) => `Both languages must hide the same numbers (${detail}).`,
    'cloze-unclosed': () => 'This cloze is never closed with “}}”. Braces inside it must come in pairs.',
    'cloze-empty': () => 'This cloze hides nothing.',
    'cloze-too-deep': () => 'Clozes are nested more than eight deep here.',
    'raw-html': (detail: string) => `HTML is not allowed: ${detail}`,
    'link-refused': (detail: string) => `Links go to http, https or mailto addresses: ${detail}`,
    'image-refused': (detail: string) => `Pictures are written ![description](media:name.png): ${detail}`,
    'image-without-alt': () => 'This picture needs a description between the square brackets.',
    'image-missing': (detail: string) => `The picture “${detail}” is not there.`,
    footnote: () => 'Footnotes do not work on cards.',
    formula: (detail: string) => `The formula cannot be read: ${detail}`,
    'formula-too-long': () => 'The formula has more than 2,000 characters.',
    'formula-too-large': () => 'The formulas grow too large when they are set.',
    'formula-too-deep': () => 'The formula is nested too deeply.',
    'formula-command-refused': (detail: string) => `${detail} is not allowed in formulas.`,
    'too-long': () => 'One side of a note has more than 20,000 characters.',
    'too-large': () => 'This side grows too large when it is set.',
    'too-deep': () => 'Lists or quotes are nested too deeply.',
    inNote: (note: string) => `note “${note}”`,
    sentence: (where: string, what: string) => (where === '' ? what : `${where}: ${what}`),
    and: ', ',
  },
  zh: {
    'file-too-long': () => '文件超过 500 万个字符。',
    'front-matter-missing': () => '文件应以一行“---”开头，接着写牌组的标识和标题。',
    'front-matter-unclosed': () => '文件头没有用一行“---”结束。',
    yaml: (detail: string) => `这里不是有效的 YAML，或内容不符合要求：${detail}。`,
    'yaml-unknown-key': (detail: string) => `这里不认识“${detail}”。`,
    'deck-key': () => '牌组需要一个由小写字母、数字和连字符组成的标识，例如“deck: rnn-lstm-gru”。',
    'title-missing': () => '牌组至少需要一种语言的标题：在“title:”下写“zh:”或“en:”。',
    'text-outside-note': (detail: string) => `第一条笔记（“## 标识”）之前有多余的文字：${detail}`,
    'no-notes': () => '文件里没有笔记。每条笔记以一行“## 标识”开头。',
    'too-many-notes': () => '文件里的笔记超过 20,000 条。',
    'note-key': (detail: string) =>
      `“${detail}”不能用作笔记标识：只能用字母、数字和“-”“_”“.”，最多 80 个字符。`,
    'note-key-twice': (detail: string) => `前面已经有一条标识为“${detail}”的笔记。`,
    'kind-unknown': (detail: string) =>
      `没有“${detail}”这种题型，可用 basic、reversed、cloze、typed、exercise。`,
    tags: () => '标签应为词语列表：最多 50 个，每个不超过 60 个字符，且不含逗号。',
    'exercise-missing': () => '练习笔记要写明是哪个练习：“exercise: 标识”。',
    'exercise-unknown': (detail: string) =>
      `没有练习“${detail}”，或它没有这样的参数：可用“rung”（级别）和“form”（stepwise 或 hard）。`,
    exercise: (detail: string) => detail,
    'exercise-malformed': (detail: string) => `练习的写法与 docs/deck-format.md 不符，位置：${detail}。`,
    'exercise-not-allowed': () => '只有 exercise 类型的笔记才能带练习和参数。',
    parameters: () => '参数应写成“名称: 值”的形式。',
    'language-unknown': (detail: string) => `不支持语言“${detail}”，请用 zh 或 en。`,
    'language-twice': () => '这条笔记前面已经写过这种语言。',
    'separator-twice': () => '同一语言里出现了第二个“---”。需要分隔线请写“***”，需要原样显示请写“\\---”。',
    'no-language': () => '这条笔记没有内容：请用“### zh”或“### en”开始一种语言。',
    'front-missing': () => '正面是空的。',
    'back-missing': () => '背面是空的：背面写在一行“---”之后。',
    'answers-missing': () => '输入题需要至少一个可接受的答案：以“= ”开头的一行。',
    'answers-not-allowed': () => '只有输入题才有可接受的答案（“= …”）。需要原样显示请写“\\= …”。',
    'cloze-missing': () => '填空题需要挖空：{{c1::被隐藏的文字}}。',
    'cloze-numbers-differ': (detail: string) => `两种语言的挖空编号必须一致（${detail}）。`,
    'cloze-unclosed': () => '这个挖空没有用“}}”结束。挖空里的花括号必须成对。',
    'cloze-empty': () => '这个挖空里什么也没有。',
    'cloze-too-deep': () => '挖空嵌套超过八层。',
    'raw-html': (detail: string) => `不允许使用 HTML：${detail}`,
    'link-refused': (detail: string) => `链接只能指向 http、https 或 mailto 地址：${detail}`,
    'image-refused': (detail: string) => `图片应写成 ![说明](media:文件名.png)：${detail}`,
    'image-without-alt': () => '请在方括号里写上这张图片的说明。',
    'image-missing': (detail: string) => `找不到图片“${detail}”。`,
    footnote: () => '卡片上不能用脚注。',
    formula: (detail: string) => `无法解析公式：${detail}`,
    'formula-too-long': () => '公式超过 2,000 个字符。',
    'formula-too-large': () => '公式排版后过大。',
    'formula-too-deep': () => '公式嵌套过深。',
    'formula-command-refused': (detail: string) => `公式中不能使用 ${detail}。`,
    'too-long': () => '笔记的一面超过 20,000 个字符。',
    'too-large': () => '这一面排版后过大。',
    'too-deep': () => '列表或引用嵌套过深。',
    inNote: (note: string) => `笔记“${note}”`,
    sentence: (where: string, what: string) => (where === '' ? what : `${where}：${what}`),
    and: '，',
  },
}) satisfies Record<Locale, Record<Code, Sentence>>

/** One clear sentence, with the note and the language it is about; the line is told apart from it. */
export function describeDeckProblem(problem: DeckProblem, locale: Locale): string {
  const words = text[locale]
  const where = [
    ...(problem.note === undefined || problem.note === '' ? [] : [words.inNote(problem.note)]),
    ...(problem.locale === undefined ? [] : [LANGUAGE[locale][problem.locale]]),
  ].join(words.and)
  const said = 'said' in problem && problem.said ? `${problem.at ?? ''}: ${problem.said[locale]}` : null
  return words.sentence(where, said ?? sayProblem(problem.code, problem.detail ?? '', locale))
}

/** The sentence alone, for who sees where it belongs. */
export function sayProblem(code: Code, detail: string, locale: Locale): string {
  const say: Sentence = text[locale][code]
  return say(detail)
}
