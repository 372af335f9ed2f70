import { describe, expect, it } from 'vitest'
import { UndoStack, type Step } from './undo-stack'

const step = (id: string): Step => [[{ do: 'delete', ids: [id] }]]

describe('the stack of changes', () => {
  it('goes back and forth, and forgets what was taken back when something new is done', () => {
    const stack = new UndoStack('u', 'deck')
    stack.did(step('a'))
    stack.did(step('b'))
    expect(stack.last('undo')).toEqual(step('b'))
    stack.made('undo', step('not b'), [])
    expect([stack.canUndo, stack.canRedo]).toEqual([true, true])
    expect(stack.last('redo')).toEqual(step('not b'))
    stack.made('redo', step('b again'), [])
    expect(stack.last('undo')).toEqual(step('b again'))
    expect(stack.canRedo).toBe(false)
    stack.made('undo', step('x'), [])
    stack.did(step('c'))
    expect([stack.last('undo'), stack.last('redo')]).toEqual([step('c'), undefined])
  })

  it('keeps what could not be sent, and only what of it is left', () => {
    const stack = new UndoStack('u', 'deck')
    const [first, second] = [step('a')[0], step('b')[0]]
    stack.did([first, second])
    stack.made('undo', [], [first, second])
    expect([stack.last('undo'), stack.canRedo]).toEqual([[first, second], false])
    stack.made('undo', step('not a'), [second])
    expect([stack.last('undo'), stack.last('redo')]).toEqual([[second], step('not a')])
  })

  it('passes over a step that nothing was left of', () => {
    const stack = new UndoStack('u', 'deck')
    stack.did(step('a'))
    stack.made('undo', [], [])
    expect([stack.canUndo, stack.canRedo]).toEqual([false, false])
  })
})
