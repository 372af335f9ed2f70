import { defineText } from '@/lib/platform/i18n/define-text'
import { isOne } from './english'
import { en, zh } from './numbers'

export const accountText = defineText({
  en: {
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    name: 'Name',
    nameHint: 'As others in a class will see it.',
    passwordHint: 'At least 8 characters. A sentence is easier to remember than a puzzle.',
    working: 'One moment…',
    signIn: {
      title: 'Sign in',
      submit: 'Sign in',
      forgotten: 'Forgotten your password?',
      noAccount: 'No account yet?',
      create: 'Create one',
      orGuest: 'Or begin without one:',
      withProvider: (provider: string) => `Sign in with ${provider}`,
      needed: 'Please sign in to see that page.',
      guestHere:
        'You are studying here as a guest. After signing in you can add what you learned to your account.',
    },
    signUp: {
      title: 'Create an account',
      submit: 'Create account',
      lead: 'For studying on several devices, and for writing decks of your own.',
      guestLead: 'Everything you have learned here as a guest stays with you.',
      haveAccount: 'Have an account already?',
      signIn: 'Sign in',
    },
    merge: {
      title: 'Add what you learned as a guest?',
      lead: (answers: number) =>
        isOne(answers)
          ? 'Before signing in you gave 1 answer as a guest in this browser. It can be added to your account.'
          : `Before signing in you gave ${en(answers)} answers as a guest in this browser. They can be added to your account.`,
      note: 'Both histories are put together and your cards are scheduled again from the whole. This cannot be undone.',
      classes: (n: number) =>
        isOne(n)
          ? 'The class that the guest joined comes along: its instructors then see your answers to its decks from the day on which the guest joined, those of this account too.'
          : `The ${n} classes that the guest joined come along: their instructors then see your answers to their decks from the day on which the guest joined, those of this account too.`,
      accept: 'Add to my account',
      decline: 'Leave it out',
    },
    forgot: {
      title: 'Forgotten password',
      lead: 'Enter the address of your account. If there is one, a link to choose a new password goes there.',
      submit: 'Send the link',
      sent: 'If an account has this address, a link is on its way. It works once, for one day.',
      noneSent:
        'This site sends no mail. Its administrator can make you a link with which you choose a new password.',
      noMail: 'No mail? Ask the administrator of this site: they can make you a link as well.',
    },
    reset: {
      spent: 'This link has been used or has expired. Ask for another one.',
      again: 'Ask for another link',
      title: 'Choose a new password',
      lead: 'When you do, every session, API token and linked sign-in of your account ends: whoever else was in it is out. Linked sign-ins can be linked again in the settings.',
      submit: 'Set password',
      done: 'Your password is set, and all sessions, API tokens and linked sign-ins have ended. Sign in with the new password now.',
    },
    claim: {
      title: 'Become the administrator',
      lead: 'This link makes the account you use here the administrator of this site. It works once.',
      submit: 'Become administrator',
      done: 'You are the administrator now.',
      toPeople: 'See the people here',
      needAccount: 'You need an account first. This link waits for you.',
      spent:
        'This link has been used or has expired. While nobody is administrator, each start of the server prints a new one.',
    },
  },
  zh: {
    email: '邮箱',
    password: '密码',
    newPassword: '新密码',
    name: '昵称',
    nameHint: '班级中的其他人会看到它。',
    passwordHint: '至少 8 个字符。一句话往往比一串乱码更好记。',
    working: '请稍候……',
    signIn: {
      title: '登录',
      submit: '登录',
      forgotten: '忘记密码？',
      noAccount: '还没有账号？',
      create: '注册一个',
      orGuest: '也可以不注册，直接开始：',
      withProvider: (provider: string) => `通过 ${provider} 登录`,
      needed: '请先登录，再查看该页面。',
      guestHere: '你正以访客身份学习。登录后，可以把学过的内容并入你的账号。',
    },
    signUp: {
      title: '注册账号',
      submit: '注册',
      lead: '有了账号，就能在多台设备上学习，也能编写自己的牌组。',
      guestLead: '你以访客身份学过的一切都会保留。',
      haveAccount: '已有账号？',
      signIn: '登录',
    },
    merge: {
      title: '并入访客的学习记录？',
      lead: (answers: number) =>
        `登录之前，你在这个浏览器里以访客身份作答了 ${zh(answers)} 次，可以并入你的账号。`,
      note: '两份记录会合在一起，卡片的复习安排将据此重新计算。此操作无法撤销。',
      classes: (n: number) =>
        `访客加入的 ${n} 个班级会一并转入：从访客加入之日起，教师能看到你对班级牌组的作答，包括这个账号里的。`,
      accept: '并入我的账号',
      decline: '不并入',
    },
    forgot: {
      title: '忘记密码',
      lead: '请输入账号的邮箱。如果账号存在，我们会把重设密码的链接发送到该邮箱。',
      submit: '发送链接',
      sent: '如果该邮箱对应的账号存在，链接已经发出。链接一天内有效，只能使用一次。',
      noneSent: '本站没有配置邮件服务。请联系管理员，由其为你生成一个设置新密码的链接。',
      noMail: '没有收到邮件？也可以请本站管理员为你生成一个链接。',
    },
    reset: {
      spent: '该链接已使用或已过期。请重新申请一个。',
      again: '重新申请链接',
      title: '设置新密码',
      lead: '设置之后，该账号的所有登录、API 令牌和关联的第三方登录都会失效，其他人将无法继续使用。第三方登录可以在设置中重新关联。',
      submit: '设置密码',
      done: '密码已设置，原有的登录、API 令牌和关联的第三方登录均已失效。现在请用新密码登录。',
    },
    claim: {
      title: '成为管理员',
      lead: '这个链接会让你当前使用的账号成为本站的管理员，只能使用一次。',
      submit: '成为管理员',
      done: '你现在是管理员了。',
      toPeople: '查看成员',
      needAccount: '你需要先有一个账号。这个链接会继续有效。',
      spent: '该链接已使用或已过期。只要还没有管理员，服务器每次启动都会显示一个新链接。',
    },
  },
})
