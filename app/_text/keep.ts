import { defineText } from '@/lib/platform/i18n/define-text'

export const keepText = defineText({
  en: {
    add: 'Add to a deck of mine',
    addTo: (deck: string) => `Add to “${deck}”`,
    elsewhere: 'Another deck',
    newDeck: 'A new deck',
    added: (deck: string) => `In “${deck}”: it comes up in your review, with new numbers each time.`,
    already: (deck: string) => `“${deck}” asks it already.`,
    open: 'Open the deck',
    undo: 'Undo',
    undone: 'Taken back.',
    accountTitle: 'Decks of your own need an account',
    accountLead:
      'A name, an e-mail address and a password. What you have learned as a guest comes along, and you return to this exercise.',
    makeAccount: 'Make an account',
    notNow: 'Not now',
  },
  zh: {
    add: '加入我的牌组',
    addTo: (deck: string) => `加入“${deck}”`,
    elsewhere: '其他牌组',
    newDeck: '新建牌组',
    added: (deck: string) => `已加入“${deck}”，以后复习时会出现，每次换一组数。`,
    already: (deck: string) => `“${deck}”里已经有这道练习。`,
    open: '打开牌组',
    undo: '撤销',
    undone: '已撤销。',
    accountTitle: '要有自己的牌组，请先注册账号',
    accountLead: '只需昵称、邮箱和密码。访客期间学过的内容会全部保留，注册后会回到这道练习。',
    makeAccount: '注册账号',
    notNow: '暂不注册',
  },
})
