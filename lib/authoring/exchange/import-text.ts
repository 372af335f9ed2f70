import type { Locale } from '@/lib/core/content/content'
import type { LossCode, NoteProblemCode } from '@/lib/exchange/incoming'
import { defineText } from '@/lib/platform/i18n/define-text'
import { getText } from '@/lib/platform/i18n/get-text'
import { describeNoteProblem } from '../note-problem-text'
import type { NoteProblem } from '../check-note'
import type { ImportProblem } from './import-job'

type FileSentences = Record<ImportProblem['code'], string>

const english: FileSentences = {
  'zip-damaged': 'The package is damaged or cut short. Export it again, and copy it whole.',
  'zip-too-many-entries': 'The package holds more files than any deck needs. Nothing of it was read.',
  'zip-entry-too-large': 'Something in the package unpacks to more than it may. Nothing of it was read.',
  'zip-encrypted': 'The package is locked by a password. Export it without one.',
  'zstd-damaged': 'The package is damaged: what is compressed in it cannot be unpacked. Export it again.',
  'no-collection': 'This zip holds no Anki collection. In Anki choose File, Export, and “Anki deck package”.',
  'newer-format':
    'This package is of a newer form than is known here. In Anki’s export tick “Support older Anki versions”.',
  'database-damaged':
    'The collection in the package is damaged. In Anki run Tools, Check Database, and export it again.',
  'database-not-anki': 'The database in the package is not one of Anki’s.',
  'no-notes': 'There are no notes in this file.',
  'too-many-notes': 'The file has more than 20,000 notes. Export its decks one by one.',
  'text-too-long': 'A file of text may have at most 64 MB. Split it.',
  'text-not-text':
    'This is no file of text, nor any other that can be read here. Bring .apkg, .csv, .tsv, .txt, .md or .json.',
  'json-damaged': 'This JSON is not valid: it breaks off or holds what JSON does not know.',
  'json-not-ours': 'This JSON is not a deck of Unroll’s: it begins with “"format": "unroll-deck"”.',
  'deck-file': 'The deck file has mistakes. Nothing of it was read; each is listed with its line.',
  'took-too-long': 'Reading this file took too long and was stopped. It may be damaged, or made to do that.',
  'too-much-memory': 'Reading this file took too much memory and was stopped. Bring it in smaller parts.',
  stopped: 'Reading this file was stopped by an error. It may be damaged; try to export it again.',
  'upload-gone': 'The file is not here any more: uploads are kept for a day. Choose it again.',
  interrupted: 'The server was stopped while it worked on this. Nothing was changed; choose the file again.',
  'deck-changed':
    'Somebody published a change of the deck at the same moment. Nothing was written; choose the file again and look at the preview.',
  'too-many-decks':
    'You have as many decks as can be kept. Delete one, or bring the notes into a deck that is there.',
  'deck-images-full': 'The deck would have more pictures than it may: 1,000, and 200 MB. Bring it in parts.',
  'own-images-full': 'All your decks together would have more than 500 MB of pictures. Delete some first.',
  'note-problem': 'A note that could be shown before cannot be shown now. Choose the file again.',
  surprise: 'Something went wrong here, and it has been written down. Nothing was changed; try it again.',
}

const chinese: FileSentences = {
  'zip-damaged': '牌组包已损坏或不完整，请重新导出并完整复制。',
  'zip-too-many-entries': '牌组包里的文件数量超出了任何牌组的需要，未读取任何内容。',
  'zip-entry-too-large': '牌组包里有内容解压后超过上限，未读取任何内容。',
  'zip-encrypted': '牌组包设有密码，请导出不带密码的版本。',
  'zstd-damaged': '牌组包已损坏，其中压缩的内容无法解压，请重新导出。',
  'no-collection': '这个压缩包里没有 Anki 的牌组。请在 Anki 中选择“文件 → 导出 → Anki 牌组包”。',
  'newer-format': '这个牌组包的格式比本站支持的更新。请在 Anki 导出时勾选“支持旧版 Anki”。',
  'database-damaged': '牌组包里的数据库已损坏。请在 Anki 中运行“工具 → 检查数据库”后重新导出。',
  'database-not-anki': '牌组包里的数据库不是 Anki 的数据库。',
  'no-notes': '文件里没有笔记。',
  'too-many-notes': '文件里的笔记超过 20,000 条，请按牌组分别导出。',
  'text-too-long': '文本文件不能超过 64 MB，请拆分后再导入。',
  'text-not-text':
    '这不是文本文件，也不是本站能读取的其他格式。请使用 .apkg、.csv、.tsv、.txt、.md 或 .json。',
  'json-damaged': 'JSON 无效：内容不完整，或含有 JSON 不允许的内容。',
  'json-not-ours': '这个 JSON 不是 Unroll 的牌组：开头应为“"format": "unroll-deck"”。',
  'deck-file': '牌组文件有错误，未读取任何内容；各处错误已按行号列出。',
  'took-too-long': '读取时间过长，已中止。文件可能已损坏，或被刻意构造。',
  'too-much-memory': '读取占用内存过多，已中止。请拆分后再导入。',
  stopped: '读取过程中出错，已中止。文件可能已损坏，请重新导出后再试。',
  'upload-gone': '文件已不在这里：上传的文件只保留一天，请重新选择。',
  interrupted: '处理过程中服务器停止了运行。没有改动任何内容，请重新选择文件。',
  'deck-changed': '同一时刻有人发布了这个牌组的修改。没有写入任何内容，请重新选择文件并查看预览。',
  'too-many-decks': '牌组数量已达上限。请先删除一个，或导入到已有的牌组。',
  'deck-images-full': '牌组的图片将超过上限（1,000 张，共 200 MB），请分批导入。',
  'own-images-full': '你所有牌组的图片合计将超过 500 MB，请先删除一些。',
  'note-problem': '有一条笔记此前可以显示，现在不行了，请重新选择文件。',
  surprise: '这里出错了，问题已记录。没有改动任何内容，请重试。',
}

const fileText = defineText({ en: english, zh: chinese })

const lossText = defineText({
  en: {
    'template-script': 'Scripts in card templates',
    'template-style': 'Styles of card templates beyond plain text',
    'field-script': 'Scripts in cards',
    sound: 'Sounds',
    speech: 'Text read aloud',
    video: 'Film and sound in cards',
    embedded: 'Embedded pages and forms',
    drawing: 'Drawings that are no picture file',
    formatting: 'Colours, sizes and underlines',
    'image-missing': 'Pictures that are not in the file',
    'image-type': 'Pictures that are not PNG, JPEG, WebP or GIF, or broken',
    'image-too-large': 'Pictures of more than 2 MB or 8,192 pixels a side',
    'image-elsewhere': 'Pictures on other sites',
    'image-unused': 'Files that no card shows',
    'image-alt': 'Pictures without a description: their file’s name stands in for it',
    link: 'Links to somewhere else than http, https or mail: their words stay',
    formula: 'Formulas that KaTeX does not know: shown as they are written',
    'template-filter': 'What templates do to a field (furigana and the like): the field is shown as it is',
    'latex-header': 'LaTeX commands defined in a note type',
    'filtered-deck': 'Cards in filtered decks: taken as in their own',
    flag: 'Flags beyond the fourth',
    'tag-changed': 'Tags that had to be shortened or written otherwise',
    columns: 'Columns beyond the second',
    'note-split': 'Notes with several unlike cards: each card is a note here',
    'decks-several': 'Notes whose cards lie in several decks: all their cards go where the first one does',
    'cards-many': 'Cards beyond the first 200,000: their history stays behind',
    'answers-crammed': 'Answers of cramming in filtered decks: they count for no memory',
    'answers-many': 'The oldest answers of cards with more than 1,900',
  } satisfies Record<LossCode, string>,
  zh: {
    'template-script': '卡片模板中的脚本',
    'template-style': '卡片模板中的复杂样式',
    'field-script': '卡片中的脚本',
    sound: '声音',
    speech: '朗读文本',
    video: '卡片中的影音',
    embedded: '嵌入的网页和表单',
    drawing: '非图片文件的绘图',
    formatting: '颜色、字号和下划线',
    'image-missing': '文件中缺少的图片',
    'image-type': '不是 PNG、JPEG、WebP、GIF 或已损坏的图片',
    'image-too-large': '超过 2 MB 或单边超过 8,192 像素的图片',
    'image-elsewhere': '其他网站上的图片',
    'image-unused': '没有卡片用到的文件',
    'image-alt': '没有说明的图片：暂以文件名代替',
    link: '指向 http、https、邮件以外的链接：保留文字',
    formula: 'KaTeX 不支持的公式：按原文显示',
    'template-filter': '模板对字段的特殊处理（如注音）：字段按原样显示',
    'latex-header': '笔记类型中定义的 LaTeX 命令',
    'filtered-deck': '筛选牌组中的卡片：归入其原牌组',
    flag: '第四种以外的旗标',
    'tag-changed': '被缩短或改写的标签',
    columns: '第二列之后的各列',
    'note-split': '含多种卡片的笔记：每张卡片在这里成为一条笔记',
    'decks-several': '卡片分属多个牌组的笔记：全部归入第一张卡片所在的牌组',
    'cards-many': '第 200,000 张之后的卡片：不带入学习记录',
    'answers-crammed': '筛选牌组中的突击作答：不计入记忆',
    'answers-many': '单张卡片超过 1,900 次的最早作答',
  },
})

const reasonText = defineText({
  en: {
    'note-too-long': 'It is longer than a note may be.',
    'note-too-deep': 'Its markup is nested too deeply.',
    'note-empty': 'Its front is empty.',
    'note-without-back': 'Its back is empty.',
    'note-without-cloze': 'It is a cloze note without a cloze.',
    'note-without-answer': 'It has no answer to type.',
    'note-type-missing': 'Its note type is missing in the file, or has no template.',
    'note-fields': 'Its fields are not as they should be.',
    'image-occlusion': 'Image occlusion is not known here.',
    'cloze-number': 'A cloze’s number is not between 1 and 99.',
    'row-quotes': 'A quotation mark is opened here and never closed: what follows could not be read.',
    'row-columns': 'The row has more than 60 columns.',
    'note-twice': 'The same note stands in the file twice.',
  } satisfies Record<NoteProblemCode, string>,
  zh: {
    'note-too-long': '内容超过了单条笔记的长度上限。',
    'note-too-deep': '标记嵌套过深。',
    'note-empty': '正面是空的。',
    'note-without-back': '背面是空的。',
    'note-without-cloze': '填空笔记里没有挖空。',
    'note-without-answer': '没有可输入的答案。',
    'note-type-missing': '文件里缺少它的笔记类型，或该类型没有模板。',
    'note-fields': '字段不符合要求。',
    'image-occlusion': '本站不支持图片遮挡。',
    'cloze-number': '挖空编号不在 1 到 99 之间。',
    'row-quotes': '这里的引号没有结束，之后的内容无法读取。',
    'row-columns': '该行超过 60 列。',
    'note-twice': '文件里有两条相同的笔记。',
  },
})

const placeText = defineText({
  en: {
    draft: 'It has a draft here that is not published.',
    both: 'It was changed here and in the file since the last import.',
    unpublished: 'It is here as a draft that was never published, and stays as it is.',
    'was-deleted': 'It was deleted here, and comes back.',
    'changed-here': 'It was changed here; the file says nothing new.',
  },
  zh: {
    draft: '这里有它尚未发布的草稿。',
    both: '上次导入之后，这里和文件都修改过它。',
    unpublished: '它在这里是从未发布过的草稿，保持原样。',
    'was-deleted': '它在这里已被删除，将会恢复。',
    'changed-here': '它在这里被修改过，文件没有新内容。',
  },
})

export const describeImportProblem = (problem: ImportProblem, locale: Locale): string =>
  getText(fileText, locale)[problem.code]

export const describeLoss = (code: LossCode, locale: Locale): string => getText(lossText, locale)[code]

/** Of an item: a code, and sometimes a word after it. */
export function describeReason(reason: string, locale: Locale): string {
  const [code, ...words] = reason.split(' ')
  const detail = words.join(' ')
  const [own, place] = [getText(reasonText, locale), getText(placeText, locale)]
  if (isKey(own, code)) return own[code]
  if (isKey(place, code)) return place[code]
  // Written from a NoteProblem of our own check.
  const problem = { code, ...(detail === '' ? {} : { detail }) } as NoteProblem
  return describeNoteProblem(problem, locale)
}

const isKey = <T extends object>(of: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(of, key)
