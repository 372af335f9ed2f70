import { defineText } from '@/lib/platform/i18n/define-text'
import { isOne } from './english'
import { en, zh } from './numbers'

export const signOutText = defineText({
  en: {
    title: 'Sign out',
    lead: 'Your cards and everything this browser keeps of you are removed here. Your progress stays with your account.',
    checking: 'Sending what still waits…',
    unsent: (n: number) =>
      isOne(n)
        ? 'One answer has not reached the server yet.'
        : `${en(n)} answers have not reached the server yet.`,
    unsentText: 'Signing out now loses them for good. With a network they are sent in a moment.',
    tryAgain: 'Try to send',
    anyway: 'Sign out and lose them',
    guest: 'You study as a guest.',
    guestText:
      'Nobody can sign in as this guest again: signing out loses all progress for good. Make an account first to keep it.',
    makeAccount: 'Make an account',
    guestAnyway: 'Sign out and lose my progress',
    signOut: 'Sign out',
    stay: 'Stay',
    signingOut: 'Signing out…',
    offline:
      'The server cannot be reached. What this browser kept is removed; your session there ends as soon as this browser reaches it again.',
    failed: 'Signing out did not work. Please try again.',
  },
  zh: {
    title: '退出登录',
    lead: '你的卡片和这个浏览器里保存的一切都会从这里移除。学习进度保留在你的账号里。',
    checking: '正在发送尚未送出的作答……',
    unsent: (n: number) => `有 ${zh(n)} 次作答还没有送到服务器。`,
    unsentText: '现在退出，它们就永远丢失了。有网络时很快就能送出。',
    tryAgain: '再试着发送',
    anyway: '仍要退出并放弃它们',
    guest: '你现在是访客。',
    guestText: '没有人能再以这个访客的身份登录：退出后，全部进度将永远丢失。想保留，请先注册账号。',
    makeAccount: '注册账号',
    guestAnyway: '退出并放弃我的进度',
    signOut: '退出登录',
    stay: '留下',
    signingOut: '正在退出……',
    offline: '连不上服务器。这个浏览器里的内容已移除；这个浏览器一旦再连上服务器，登录就会结束。',
    failed: '没有退出成功，请再试一次。',
  },
})
