import type { Locale } from '@/lib/core/content/content'

/** Sentences for what goes wrong in classes: see BY_REASON in messages.ts. */
export const CLASS_REASONS: Record<string, Record<Locale, string>> = {
  'code-unknown': {
    en: 'No class opens with this code. It may have a typing mistake, have expired or have been replaced: ask your instructor for the present one.',
    zh: '没有班级使用这个加入码。可能输错了，也可能已经过期或更换，请向老师要最新的加入码。',
  },
  'class-archived': {
    en: 'This class is archived. Reopen it first.',
    zh: '该班级已归档，请先恢复。',
  },
  'class-full': { en: 'This class is full.', zh: '该班级人数已满。' },
  'too-many-classes': {
    en: 'You are in as many classes as can be kept. Leave one first.',
    zh: '你所在的班级已达上限，请先退出一个。',
  },
  'last-instructor': {
    en: 'A class needs an instructor. Make another member one first, or archive the class.',
    zh: '班级至少要有一名教师。请先把另一位成员设为教师，或者把班级归档。',
  },
  'not-an-instructor': {
    en: 'Only instructors of this house can teach a class. An administrator can make this member one.',
    zh: '只有本站的教师才能任教。管理员可以把这位成员设为教师。',
  },
  'is-instructor': {
    en: 'An instructor cannot be removed. Make them a learner first.',
    zh: '不能直接移除教师，请先将其改为学习者。',
  },
  'too-many-assignments': {
    en: 'A class is asked at most 200 things. Take something back first.',
    zh: '一个班级最多布置 200 项任务，请先撤回一些。',
  },
  'not-yours-to-give': {
    en: 'You can give a class decks of yours, decks that you edit, and public ones.',
    zh: '只能布置自己的牌组、自己参与编辑的牌组，以及公开牌组。',
  },
  'already-assigned': { en: 'The class has this deck already.', zh: '该班级已经有这个牌组了。' },
  'quiz-needs-decks': {
    en: 'This quiz asks about cards of a deck that the class cannot read. Give the class that deck first.',
    zh: '这份测验会考到班级无法查看的牌组，请先把相应的牌组布置给班级。',
  },
  'quiz-not-started': { en: 'This quiz has not started yet.', zh: '这份测验还没有开始。' },
  'quiz-over': {
    en: 'This quiz was due: it cannot be begun any more.',
    zh: '这份测验已经截止，不能再开始作答。',
  },
  'quiz-no-attempts-left': {
    en: 'You have taken this quiz as often as your class may.',
    zh: '你在这份测验中的作答次数已用完。',
  },
  'feedback-later': {
    en: 'Your class is told what was right after the due date.',
    zh: '截止之后才会公布批改结果。',
  },
  'taken-in-class': {
    en: 'Your class takes this quiz: take it there. What is right is told after the due date.',
    zh: '你的班级正在做这份测验，请到班级页面作答；截止后公布结果。',
  },
  'due-before-start': { en: 'It would be due before it starts.', zh: '截止时间早于开始时间。' },
  'exam-before-start': { en: 'The exam would be before the start.', zh: '考试时间早于开始时间。' },
  'due-needed': {
    en: 'Feedback after the due date needs a due date.',
    zh: '选择“截止后反馈”时，需要设置截止时间。',
  },
}
