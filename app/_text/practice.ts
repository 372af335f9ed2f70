import { defineText } from '@/lib/platform/i18n/define-text'

export const practiceText = defineText({
  en: {
    title: 'Practice',
    heading: 'Gates by hand',
    lead: 'Every exercise draws new numbers, checks what you type and names the mistake. Take pen and paper.',
    start: (name: string) => `Practise: ${name}`,
    quiz: 'Take a quiz',
    allMastered: 'You have every skill. New numbers keep them.',
    picture: (mastered: number, of: number) =>
      `${mastered} of ${of} skills mastered. A right answer on new numbers fills a column, a slip lowers it; the framed one comes next.`,
    levelOf: (percent: string) => `${percent} of the way`,
    mastered: 'mastered',
    notYet: 'not tried yet',
    own: 'From your decks',
    ownLead: 'They come due in the review, like any card.',
    groups: {
      rnn: 'RNN',
      lstm: 'LSTM',
      gru: 'GRU',
      whole: 'Whole steps',
      judgement: 'Reading and judging',
      backprop: 'Backwards through a step',
    },
  },
  zh: {
    title: '练习',
    heading: '动手算门',
    lead: '每道练习都会抽取新的数，检查你填的答案，并指出错在哪里。请准备好纸和笔。',
    start: (name: string) => `练习：${name}`,
    quiz: '做一次测验',
    allMastered: '所有技能都已掌握。换一组数，可以继续保持。',
    picture: (mastered: number, of: number) =>
      `${of} 项技能已掌握 ${mastered} 项。换一组数仍答对，柱子会升高；出错会降低。加框的是下一项。`,
    levelOf: (percent: string) => `已达 ${percent}`,
    mastered: '已掌握',
    notYet: '还没做过',
    own: '来自牌组',
    ownLead: '它们像其他卡片一样，到期时在复习中出现。',
    groups: {
      rnn: 'RNN',
      lstm: 'LSTM',
      gru: 'GRU',
      whole: '完整步骤',
      judgement: '读数与判断',
      backprop: '反向传播一步',
    },
  },
})
