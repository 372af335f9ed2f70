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
}
