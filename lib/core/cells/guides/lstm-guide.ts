import { say, type GuideStep } from '../guide'

/** From what comes in to what is shown, one gate after the other, as the notes explain them. */
export const lstmGuide: GuideStep[] = [
  say(
    'a_f',
    (n) =>
      `Two things come in: the input x and what the last step showed, h = ${n.previous('h')} in the first unit. Laid end to end they are [h, x]. Each gate has its own weights for them; the forget gate’s add up to ${n.value('a_f')}.`,
    (n) =>
      `进来的有两样：输入 x，和上一步输出的 h（第一个单元是 ${n.previous('h')}）。首尾相接就是 [h, x]。每个门都有自己的一套权重，遗忘门加权求和得到 ${n.value('a_f')}。`,
  ),
  say(
    'f',
    (n) =>
      `σ turns that into a share: f is ${n.value('f')}, so ${n.share('f')} of the old cell state stays and ${n.rest('f')} is forgotten. A large f keeps; the name misleads.`,
    (n) =>
      `σ 把它变成一个比例：f 是 ${n.value('f')}，所以旧细胞状态留下 ${n.share('f')}，忘掉 ${n.rest('f')}。f 越大留得越多，别被名字误导。`,
  ),
  say(
    'i',
    (n) =>
      `The input gate does the same sum with weights of its own: i is ${n.value('i')}, so ${n.share('i')} of what is new will be written.`,
    (n) => `输入门用自己的权重做同样的运算：i 是 ${n.value('i')}，所以新内容会写入 ${n.share('i')}。`,
  ),
  say(
    'C_tilde',
    (n) =>
      `What is new is the candidate. It goes through tanh and not σ, since it is content and not a share: it may be negative, and here it is ${n.value('C_tilde')}.`,
    (n) =>
      `新内容就是候选。它经过的是 tanh 而不是 σ，因为它是内容，不是比例：可以是负数，这里是 ${n.value('C_tilde')}。`,
  ),
  say(
    'C',
    (n) =>
      `Now the memory itself: ${n.share('f')} of the old ${n.previous('C')}, plus ${n.share('i')} of ${n.value('C_tilde')}. That makes ${n.value('C')}. Nothing is multiplied by a matrix here: this is the road on which memories, and gradients, travel far.`,
    (n) =>
      `现在轮到记忆本身：旧值 ${n.previous('C')} 的 ${n.share('f')}，加上 ${n.value('C_tilde')} 的 ${n.share('i')}，得到 ${n.value('C')}。这里没有矩阵相乘，所以记忆和梯度都能沿这条路走得很远。`,
  ),
  say(
    'o',
    (n) =>
      `The output gate asks how much of the memory matters right now: o is ${n.value('o')}, so ${n.share('o')} of it will be shown.`,
    (n) => `输出门决定此刻要把记忆展示多少：o 是 ${n.value('o')}，也就是 ${n.share('o')}。`,
  ),
  say(
    'tanh_C',
    (n) =>
      `A cell state adds up over time and may leave the range from −1 to 1. Before it is shown, tanh brings ${n.value('C')} back to ${n.value('tanh_C')}.`,
    (n) =>
      `细胞状态会不断累加，可能超出 −1 到 1 的范围。输出之前先用 tanh 把 ${n.value('C')} 压到 ${n.value('tanh_C')}。`,
  ),
  say(
    'h',
    (n) =>
      `${n.share('o')} of ${n.value('tanh_C')} is ${n.value('h')}: the hidden state, the output of this step. The next step meets it again inside [h, x], while C goes on untouched.`,
    (n) =>
      `${n.value('tanh_C')} 的 ${n.share('o')} 是 ${n.value('h')}：这就是隐状态，也是这一步的输出。下一步会在 [h, x] 里再见到它，而 C 则原样传下去。`,
  ),
]
